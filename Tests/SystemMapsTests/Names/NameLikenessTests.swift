import Foundation
import Testing

@testable import SystemMaps

@Suite("Likeness of names")
struct NameLikenessTests {
  private static func isLikely(_ pair: LabelledNames.Pair) -> Bool {
    NameLikeness(of: pair.first, and: pair.second).isLikely
  }

  @Test func thresholdFindsWhatAPersonWouldOnTunedPairs() throws {
    let pairs = try LabelledNames().pairs.filter { !$0.isHeldOut }
    let count = LabelledNames.count(pairs, found: Self.isLikely)
    #expect(pairs.count == 189)
    #expect(count.right >= 92)
    #expect(count.missed.count <= 4, "\(count.missed)")
    #expect(count.wrong.count <= 2, "\(count.wrong)")
  }

  /// Says numbers only: whoever reads the pairs, and tunes on them, has no held-out set any more.
  @Test func thresholdFindsWhatAPersonWouldOnHeldOutPairs() throws {
    let pairs = try LabelledNames().pairs.filter(\.isHeldOut)
    let count = LabelledNames.count(pairs, found: Self.isLikely)
    #expect(pairs.count == 93)
    #expect(count.right >= 45)
    #expect(count.missed.count <= 2)
    #expect(count.wrong.isEmpty)
  }

  @Test func likenessIsSymmetric() throws {
    for pair in try LabelledNames().pairs {
      let likeness = NameLikeness(of: pair.first, and: pair.second)
      #expect(likeness == NameLikeness(of: pair.second, and: pair.first), "\(pair)")
      #expect((0...1).contains(likeness.similarity))
    }
  }

  @Test func everyNameIsItself() throws {
    for name in try LabelledNames().pairs.flatMap({ [$0.first, $0.second] }) {
      #expect(NameLikeness(of: name, and: name).similarity == 1, "\(name)")
    }
  }

  @Test func caseAndAccentsDoNotMatter() throws {
    for pair in try LabelledNames().pairs {
      // Capitals say that a word may be initials, and that II is a number.
      let (first, second) = (pair.first.lowercased(), pair.second.lowercased())
      let likeness = NameLikeness(of: first, and: second)
      #expect(
        NameLikeness(of: first.capitalized, and: second).similarity == likeness.similarity,
        "\(pair)")
      let plain = second.folding(options: .diacriticInsensitive, locale: nil)
      #expect(NameLikeness(of: first, and: plain).similarity == likeness.similarity, "\(pair)")
    }
  }

  @Test func orderOfWordsMattersLittle() throws {
    for name in try LabelledNames().pairs.flatMap({ [$0.first, $0.second] }) {
      let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
      // "A" is an article in front, "No." stands before its number, initials are in order.
      if name.contains("(") || words.contains("A") || words.contains("No.") { continue }
      let turned = words.reversed().joined(separator: " ")
      #expect(NameLikeness(of: name, and: turned).isLikely, "\(name)")
    }
  }

  @Test(arguments: [
    ("St. Mary's", "Saint Marys Church", "an abbreviation; a general word more"),
    ("Dept. of Health", "Department of Health", "an abbreviation"),
    ("YMCA of Larkspur", "Larkspur YMCA", "the same words in another order"),
    ("OAK CLINIC", "Oak-Clinic", "the same but for case, accents and punctuation"),
    ("LHA", "Larkspur Housing Authority", "the initials"),
    ("Tamarak Dental", "Tamarack Dental", "one letter differs"),
    ("Life House", "Lifehouse", "written together or apart"),
    ("Elm Parish", "Elm Church", "another word for the same kind of thing"),
    ("Pathway Works", "Pathways Works", "singular and plural"),
  ])
  func reasonsAreToldInWords(first: String, second: String, reasons: String) {
    let likeness = NameLikeness(of: first, and: second)
    #expect(likeness.isLikely)
    #expect(likeness.description == reasons)
  }

  @Test(arguments: [
    ("School 12", "School 13"), ("Larkspur High School", "Ridge High School"),
    ("Ward A", "Ward B"), ("Stage II", "Stage III"), ("First Church", "Second Church"),
    ("北京市第一中学校", "北京市第二中学校"), ("", ""), ("…", "…"), ("Elm", ""),
    ("Boys Club", "Girls Club"), ("Elm Library", "Elm Library Foundation"),
  ])
  func differentNamesStayApart(first: String, second: String) {
    #expect(!NameLikeness(of: first, and: second).isLikely)
  }

  @Test func oneSlipIsAMisspellingAndTwoAreNot() {
    #expect(Slip(between: "tamarack", and: "tamarak") == .place)
    #expect(Slip(between: "juniper", and: "juinper") == .place)
    #expect(Slip(between: "juniper", and: "junaper") == .change)
    #expect(Slip(between: "juniper", and: "junaber") == nil)
    #expect(Slip(between: "ridge", and: "bridge") == nil)
    #expect(Slip(between: "juniper", and: "juniper") == nil)
    #expect(Slip(between: "elms", and: "elmo") == nil)
  }
}
