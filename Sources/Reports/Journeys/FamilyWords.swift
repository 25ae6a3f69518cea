import Insights
import SystemMaps

/// A language that a family's page can be had in.
public enum FamilyLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case spanish = "es"
}

/// What a family's page says, in one language.
struct FamilyWords {
  let language: FamilyLanguage

  init(_ language: FamilyLanguage) { self.language = language }

  /// One text or the other.
  func pick(_ english: String, _ spanish: String) -> String {
    language == .english ? english : spanish
  }

  var people: JourneyNames.Words {
    language == .english
      ? JourneyNames.Words(worker: "a worker", resident: "someone", household: "your family")
      : JourneyNames.Words(
        worker: "alguien del personal", resident: "alguien", household: "su familia")
  }

  var title: String { pick("Your way through the services", "Su camino por los servicios") }
  var lead: String {
    pick(
      "This page is yours. It tells what was written down about what you went through. If "
        + "something is wrong or missing, say so, and it will be changed.",
      "Esta página es de ustedes. Cuenta lo que se anotó sobre lo que vivieron. Si algo está mal o "
        + "falta, díganlo y se cambiará.")
  }
  var barriersTitle: String { pick("What got in the way", "Los obstáculos en el camino") }
  var againTitle: String {
    pick("What you were asked again and again", "Lo que les pidieron una y otra vez")
  }
  var endsTitle: String { pick("Where the way stopped", "Donde se cortó el camino") }
  var timeTitle: String { pick("Your time", "Su tiempo") }
  var stepsTitle: String { pick("What happened", "Lo que pasó") }
  var stepsLead: String {
    pick(
      "In the order in which you went through it, as it was written down.",
      "En el orden en que ustedes lo vivieron, tal como se anotó.")
  }
  var undated: String { pick("No date written down", "Sin fecha anotada") }
  var ownTitle: String { pick("In your own words", "En sus propias palabras") }
  var ownLead: String {
    pick(
      "What is missing here? What matters most to you now?",
      "¿Qué falta aquí? ¿Qué es lo más importante para ustedes ahora?")
  }
  var consentTitle: String { pick("Who may see this", "Quién puede ver esto") }

  func consent(_ note: String) -> String {
    pick(
      "You agreed: \(note). You can take this back at any time.",
      "Ustedes dieron su permiso: \(note). Pueden retirarlo cuando quieran.")
  }

  func stamp(_ day: CalendarDate?) -> String {
    guard let day else { return pick("Undated.", "Sin fecha.") }
    return pick(
      "From what was written down until \(date(day)).", "Según lo anotado hasta el \(date(day)).")
  }

  // MARK: Barriers and ends

  func barrier(
    _ name: String, ownership: CaseJourney.Barrier.Ownership, owners: [String], told: Int
  ) -> String {
    let at = owners.isEmpty ? "" : list(owners)
    let owner =
      switch ownership {
      case .nobody: pick("Nobody has taken this on yet.", "Nadie se ha hecho cargo todavía.")
      case .notKnown:
        pick("It is not known whose job this is.", "No se sabe a quién le toca.")
      case .owned:
        at.isEmpty
          ? pick("Somebody has taken this on.", "Alguien se hizo cargo.")
          : pick("Somebody at \(at) has taken this on.", "Alguien de \(at) se hizo cargo.")
      }
    let heard =
      switch told {
      case 0: ""
      case 1: pick(" One worker knows about it.", " Lo sabe una persona de los servicios.")
      default:
        pick(
          " \(told) workers know about it.", " Lo saben \(told) personas de los servicios.")
      }
    return "\(name). \(owner)\(heard)"
  }

  func again(_ item: String, organizations: Int) -> String {
    pick(
      "\(item): by \(organizations) organizations", "\(item): en \(organizations) organizaciones")
  }

  func deadEnd(_ name: String) -> String {
    pick(
      "You were sent to \(name). No visit there is written down.",
      "Les dijeron que fueran a \(name). No hay ninguna visita anotada allí.")
  }

  func openEnd(_ name: String) -> String {
    pick(
      "You were sent to \(name). That is still open.",
      "Les dijeron que fueran a \(name). Eso sigue pendiente.")
  }

  // MARK: Time

  func met(organizations: Int, workers: Int) -> String {
    pick(
      "You dealt with \(counted(organizations, "organization", "organizations")) and "
        + "\(counted(workers, "worker", "workers")).",
      "Ustedes trataron con \(counted(organizations, "organización", "organizaciones")), y allí "
        + "con \(counted(workers, "persona", "personas")).")
  }

  func span(_ first: CalendarDate, _ last: CalendarDate, visits: Int) -> String {
    pick(
      "From \(date(first)) to \(date(last)) you took part \(counted(visits, "time", "times")), in "
        + "visits, calls, letters and forms.",
      "Del \(date(first)) al \(date(last)) ustedes participaron \(counted(visits, "vez", "veces")), "
        + "en visitas, llamadas, cartas y formularios.")
  }

  func hours(_ hours: Double) -> String {
    let tenths = FigureText.fixed(hours, digits: 1)
    let number = tenths.hasSuffix(".0") ? String(tenths.dropLast(2)) : tenths
    return pick(
      "It took \(number) \(hours == 1 ? "hour" : "hours") of your own time, as far as that was "
        + "written down.",
      "Les llevó \(number) \(hours == 1 ? "hora" : "horas") de su propio tiempo, según lo anotado.")
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  // MARK: Steps

  func step(
    _ activity: String, day: CalendarDate?, organization: String?, withoutFamily: Bool,
    feeling: Double?, sentOn: [String]
  ) -> String {
    var text = activity
    if let organization { text += ", \(organization)" }
    if let day { text = "\(self.day(day)): \(text)" }
    var sentences = [text]
    if withoutFamily {
      sentences.append(pick("You were not there", "Ustedes no estuvieron presentes"))
    }
    if let feeling = self.feeling(feeling) { sentences.append(feeling) }
    return (sentences + sentOn).joined(separator: ". ") + "."
  }

  func sentOn(_ name: String, handoff: JourneyStep.Handoff?) -> String {
    switch handoff {
    case .warm:
      pick("Someone went with you to \(name)", "Alguien fue con ustedes a \(name)")
    case .closedLoop:
      pick(
        "You were introduced at \(name), and the answer came back",
        "Hicieron el contacto con \(name), y llegó la respuesta")
    case .onTheirOwn:
      pick(
        "You found the way to \(name) on your own", "Ustedes llegaron a \(name) por su cuenta")
    case .cold, .some(.none), nil:
      pick("You were sent to \(name)", "Les dijeron que fueran a \(name)")
    }
  }

  private func feeling(_ value: Double?) -> String? {
    guard let value else { return nil }
    switch value {
    case ..<(-1.5): return pick("It was very hard", "Fue muy duro")
    case ..<(-0.5): return pick("It was hard", "Fue duro")
    case 1.5...: return pick("It felt very good", "Les hizo mucho bien")
    case 0.5...: return pick("It felt good", "Les hizo bien")
    default: return nil
    }
  }

  // MARK: Dates

  private var monthNames: [String] {
    language == .english
      ? [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
      : [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ]
  }

  func month(_ day: CalendarDate) -> String {
    let name = monthNames[day.month - 1]
    return language == .english
      ? "\(name) \(day.year)" : name.prefix(1).uppercased() + name.dropFirst() + " de \(day.year)"
  }

  private func day(_ day: CalendarDate) -> String {
    pick("\(monthNames[day.month - 1]) \(day.day)", "\(day.day) de \(monthNames[day.month - 1])")
  }

  func date(_ day: CalendarDate) -> String {
    pick(
      "\(monthNames[day.month - 1]) \(day.day), \(day.year)",
      "\(day.day) de \(monthNames[day.month - 1]) de \(day.year)")
  }

  private func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    let and = pick("and", Self.soundsLikeY(last) ? "e" : "y")
    return names.dropLast().joined(separator: ", ") + " \(and) \(last)"
  }

  /// Whether a Spanish word begins with the sound of "y", before which "y" is "e".
  private static func soundsLikeY(_ name: String) -> Bool {
    let word = name.lowercased()
    if word.hasPrefix("hi") { return !word.hasPrefix("hie") && !word.hasPrefix("hia") }
    return word.hasPrefix("i") || word.hasPrefix("í")
  }
}
