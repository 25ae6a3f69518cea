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
        worker: "una persona del servicio", resident: "alguien", household: "su familia")
  }

  var title: String { pick("Your way through the services", "Su camino por los servicios") }
  var lead: String {
    pick(
      "This page is yours. It tells what has been written down about your way. If something is "
        + "wrong or missing, say so, and it will be changed.",
      "Esta página es suya. Cuenta lo que se ha anotado sobre su camino. Si algo está mal o falta, "
        + "dígalo y se cambiará.")
  }
  var barriersTitle: String { pick("What got in the way", "Lo que se interpuso") }
  var againTitle: String {
    pick("What you were asked again and again", "Lo que le pidieron una y otra vez")
  }
  var endsTitle: String { pick("Where the way stopped", "Donde se cortó el camino") }
  var timeTitle: String { pick("Your time", "Su tiempo") }
  var stepsTitle: String { pick("What happened", "Lo que pasó") }
  var stepsLead: String {
    pick(
      "In the order in which you went through it.", "En el orden en que usted lo vivió.")
  }
  var undated: String { pick("No date written down", "Sin fecha anotada") }
  var ownTitle: String { pick("In your own words", "En sus propias palabras") }
  var ownLead: String {
    pick(
      "What is missing here? What matters most to you now?",
      "¿Qué falta aquí? ¿Qué es lo más importante para usted ahora?")
  }
  var consentTitle: String { pick("Who may see this", "Quién puede ver esto") }

  func consent(_ note: String) -> String {
    pick(
      "You agreed: \(note). You can take this back at any time.",
      "Usted dio su permiso: \(note). Puede retirarlo cuando quiera.")
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
      case 1: pick(" You told one worker.", " Usted se lo contó a una persona.")
      default: pick(" You told \(told) workers.", " Usted se lo contó a \(told) personas.")
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
      "Le mandaron a \(name). No hay ninguna visita anotada allí.")
  }

  func openEnd(_ name: String) -> String {
    pick(
      "You were sent to \(name). That is still open.",
      "Le mandaron a \(name). Eso sigue pendiente.")
  }

  // MARK: Time

  func met(organizations: Int, workers: Int) -> String {
    pick(
      "You dealt with \(counted(organizations, "organization", "organizations")) and "
        + "\(counted(workers, "worker", "workers")).",
      "Usted trató con \(counted(organizations, "organización", "organizaciones")) y "
        + "\(counted(workers, "persona", "personas")) que trabajan allí.")
  }

  func span(_ first: CalendarDate, _ last: CalendarDate, visits: Int) -> String {
    pick(
      "From \(date(first)) to \(date(last)) you were there "
        + "\(counted(visits, "time", "times")).",
      "Del \(date(first)) al \(date(last)) usted estuvo allí \(counted(visits, "vez", "veces")).")
  }

  func hours(_ hours: Double) -> String {
    let number = FigureText.short(hours)
    return pick(
      "It took \(number) hours of your own time, as far as that was written down.",
      "Le llevó \(number) horas de su propio tiempo, según lo anotado.")
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
      sentences.append(pick("You were not there", "Usted no estaba presente"))
    }
    if let feeling = self.feeling(feeling) { sentences.append(feeling) }
    return (sentences + sentOn).joined(separator: ". ") + "."
  }

  func sentOn(_ name: String, handoff: JourneyStep.Handoff?) -> String {
    switch handoff {
    case .warm:
      pick("Someone went with you to \(name)", "Alguien le acompañó a \(name)")
    case .closedLoop:
      pick(
        "You were introduced at \(name), and the answer came back",
        "Le presentaron en \(name), y llegó la respuesta")
    case .onTheirOwn:
      pick(
        "You found the way to \(name) yourself", "Usted encontró el camino a \(name) por su cuenta")
    case .cold, .some(.none), nil: pick("You were sent to \(name)", "Le mandaron a \(name)")
    }
  }

  private func feeling(_ value: Double?) -> String? {
    guard let value else { return nil }
    switch value {
    case ..<(-1.5): return pick("It was very hard", "Fue muy duro")
    case ..<(-0.5): return pick("It was hard", "Fue duro")
    case 1.5...: return pick("It did a lot of good", "Hizo mucho bien")
    case 0.5...: return pick("It did good", "Hizo bien")
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
    names.count < 2
      ? names.joined()
      : names.dropLast().joined(separator: ", ") + pick(" and ", " y ") + (names.last ?? "")
  }
}
