/// What words do in the names of organizations: which say nothing, which say what kind of thing it
/// is, which are short for others.
///
/// Words stand here as names are folded: lower case, without accents.
enum NameVocabulary {
  /// Words that join other words, and forms of law.
  static let fillers: Set<String> = words(
    """
    the an and of for in at on to by with
    de la le les el los las del du des der die das dem den und et y da do dos das di della il lo
    van von zu zum zur fur im am l d
    inc incorporated llc llp ltd limited plc corp corporation gmbh ggmbh ev ag sa cic pbc nonprofit
    npo ngo
    """)

  /// Words before a number that the number can do without.
  static let numberSigns: Set<String> = words("no nr num number numero")

  /// Words that many names have and few need.
  static let general: Set<String> = stems(
    """
    st community comunidad comunitario comunitaria public publico publica local regional national
    international city county town township village borough state municipal communal comunale
    service program programme project initiative support resource health medical organization
    organisation company group system network general memorial unified united charter
    commerce catholic roman anglican baptist methodist lutheran presbyterian episcopal evangelical
    """)

  /// Words that say what kind of thing it is; words of one line say the same.
  static let kinds: [String: String] = {
    let lines = """
      church parish chapel cathedral congregation iglesia parroquia eglise kirche igreja chiesa
      school academy escuela ecole schule escola scuola ysgol
      university universidad universite universitat universita
      college colegio
      institute instituto institut
      hospital hopital krankenhaus ospedale
      clinic clinica clinique klinik
      surgery
      department departamento departement
      office oficina
      center centro zentrum
      foundation fundacion fondation stiftung fondazione
      fund fondo fonds
      trust
      council concejo consejo conseil
      committee comite
      commission comision
      board junta
      authority
      agency agencia agence agentur
      association asociacion associacao associazione verein
      society sociedad societe
      union
      alliance
      coalition
      partnership
      collaborative
      library biblioteca bibliotheque bibliothek
      district
      club
      chamber
      bank
      house casa maison haus
      home
      ministry
      team
      league
      """
    var kinds: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let synonyms = line.split(separator: " ").map { stem(String($0)) }
      for synonym in synonyms { kinds[synonym] = synonyms[0] }
    }
    return kinds
  }()

  /// What short or other spellings stand for, in one word or several.
  static let expansions: [String: [String]] = {
    let lines = """
      st saint|sankt|san|santo|santa|sainte|street|ste|sta
      mount mt
      mountain mtn
      fort ft
      avenue ave|av
      road rd
      boulevard blvd
      department dept|dpt
      service svc|svcs|serv
      center ctr|cntr|centre
      association assn|assoc|asoc|ass
      society soc
      university univ|uni
      college coll
      institute inst
      academy acad
      hospital hosp
      elementary elem
      primary prim
      secondary sec
      school sch
      district dist
      library lib
      foundation fdn|fndn|found
      authority auth
      organization org|organisation
      committee cttee|cmte
      community comm|cmty
      county cty|co
      government govt|gov
      national natl|nat
      international intl
      development dev|devt
      education ed|educ|edu
      management mgmt
      manufacturing mfg
      administration admin
      recreation rec
      technical tech
      program prog|programme|progs
      apartment apt|apts
      brother bro|bros
      memorial mem
      baptist bapt
      methodist meth
      presbyterian presb
      lutheran luth
      catholic cath
      episcopal episc
      junior jr
      senior sr
      doctor dr
      nuestra ntra
      senora sra
      theater theatre
      neighborhood neighbourhood
      harbor harbour
      labor labour
      behavioral behavioural
      pediatric paediatric|paediatrics|pediatrics
      aging ageing
      north n
      south s
      east e
      west w
      northeast ne
      northwest nw
      southeast se
      southwest sw
      high+school hs
      police+department pd
      fire+department fd
      church+of+england ce|coe
      health+care healthcare
      day+care daycare
      child+care childcare
      pre+school preschool
      after+school afterschool
      food+bank foodbank
      """
    var expansions: [String: [String]] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let full = parts[0].split(separator: "+").map(String.init)
      for short in parts.dropFirst().flatMap({ $0.split(separator: "|") }) {
        expansions[String(short)] = full
      }
    }
    return expansions
  }()

  /// The numbers that words stand for.
  static let numbers: [String: String] = {
    let cardinals = "one two three four five six seven eight nine ten eleven twelve"
    let ordinals =
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    var numbers: [String: String] = [:]
    for list in [cardinals, ordinals] {
      for (offset, word) in list.split(separator: " ").enumerated() {
        numbers[String(word)] = String(offset + 1)
      }
    }
    return numbers
  }()

  /// The numbers that Roman numerals in capitals stand for; `I`, `V` and `X` are letters too.
  static let romanNumerals = [
    "II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8", "IX": "9",
  ]

  /// The word for a kind or the general word that a word was meant to be, with a letter too many, too
  /// few, or two swapped: `helath`, `comunity`.
  ///
  /// A letter for another makes other words, such as chapter of charter.
  static func correction(of word: String) -> String? {
    guard word.utf8.count >= 5 else { return nil }
    for near in [word] + shortened(word) {
      if let meant = wordOfShortened[near], Slip(between: word, and: meant) == .place {
        return meant
      }
    }
    return nil
  }

  /// Kinds and general words of six letters or more, by what is left of them without one letter.
  private static let wordOfShortened: [String: String] = {
    var words: [String: String] = [:]
    for word in (Array(kinds.keys) + general).sorted() where word.utf8.count >= 6 {
      for short in [word] + shortened(word) where words[short] == nil { words[short] = word }
    }
    return words
  }()

  /// The word without one of its letters, each of them but the first in turn.
  private static func shortened(_ word: String) -> [String] {
    word.indices.dropFirst().map { place in
      word[..<place] + word[word.index(after: place)...]
    }.map { String($0) }
  }

  /// The word without the ending of its plural.
  static func stem(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard bytes.count >= 4, bytes.last == UInt8(ascii: "s") else { return word }
    for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
    if word.hasSuffix("ies"), bytes.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["ches", "shes", "xes", "sses"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static func stems(_ text: String) -> Set<String> { Set(words(text).map(stem)) }
}
