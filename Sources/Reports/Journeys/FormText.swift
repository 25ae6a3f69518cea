/// What a session's form says, in one language.
struct FormText {
  let words: FamilyWords

  private func pick(_ english: String, _ spanish: String) -> String {
    words.pick(english, spanish)
  }

  var skip: String { pick("Skip to the content", "Ir al contenido") }
  var title: String { pick("Your way through the services", "Su camino por los servicios") }
  var lead: String {
    pick(
      "Fill this in together. Leave blank what you do not know: blank is never “no”. "
        + "Write “nobody” where you asked and there is no one.",
      "Complétenlo juntos. Dejen en blanco lo que no sepan: en blanco nunca quiere decir «no». "
        + "Escriban «nadie» donde preguntaron y no hay nadie.")
  }

  // MARK: Consent

  var consentTitle: String { pick("Who may see this", "Quién puede ver esto") }
  var consentLead: String {
    pick(
      "It is yours. Without your yes it stays with the people at this table, and you can take a yes "
        + "back at any time.",
      "Es de ustedes. Sin su permiso se queda con las personas de esta mesa, y pueden retirar el "
        + "permiso cuando quieran.")
  }
  var consentBoxes: [String] {
    [
      pick("Nobody else", "Nadie más"),
      pick(
        "The partners who work on this with us",
        "Las organizaciones que trabajan en esto con nosotros"),
      pick("Anyone, without our names", "Cualquiera, sin nuestros nombres"),
    ]
  }
  var consentColumns: [SessionForm.Column] {
    [
      .init(title: pick("Who agrees", "Quién da permiso"), width: 3),
      .init(title: pick("For what", "Para qué"), width: 4),
      .init(title: pick("Signed on", "Firmado el")),
      .init(title: pick("Until", "Hasta")),
    ]
  }

  // MARK: Around the family

  var aroundTitle: String { pick("Who is around you", "Quién está a su alrededor") }
  var aroundLead: String {
    pick(
      "Services, and also those who simply help: family, neighbors, a church, friends.",
      "Servicios, y también quienes simplemente ayudan: familia, vecinos, una iglesia, amistades.")
  }
  var aroundColumns: [SessionForm.Column] {
    [
      .init(title: pick("Who", "Quién"), width: 3),
      .init(
        title: pick("How does it feel?", "¿Cómo es la relación?"),
        hint: pick(
          "strong · ordinary · tenuous · stressful", "fuerte · normal · frágil · tensa"), width: 3),
      .init(
        title: pick("Who gives?", "¿Quién da?"),
        hint: pick("we · they · both", "nosotros · ellos · los dos")),
    ]
  }

  // MARK: Steps

  var stepsTitle: String { pick("What happened, step by step", "Lo que pasó, paso a paso") }
  var stepsLead: String {
    pick(
      "One row for each visit, call, letter or form, in your own order. Take more sheets.",
      "Una fila por cada visita, llamada, carta o formulario, en su propio orden. Usen más hojas.")
  }
  var stepColumns: [SessionForm.Column] {
    [
      .init(title: pick("When", "Cuándo"), hint: pick("from – to", "desde – hasta")),
      .init(title: pick("What happened", "Qué pasó"), width: 4),
      .init(
        title: pick("With whom", "Con quién"),
        hint: pick("worker, organization", "persona, organización"), width: 3),
      .init(
        title: pick("What you were asked for", "Qué les pidieron"),
        hint: pick("forms, papers, your story", "formularios, papeles, su historia"), width: 3),
      .init(title: pick("What got in the way", "Qué obstáculos hubo"), width: 3),
      .init(
        title: pick("Where you were sent, and how", "Adónde les dijeron que fueran, y cómo"),
        boxes: [
          pick("a name or number", "un nombre o número"),
          pick("someone went along", "alguien fue con nosotros"),
          pick("answer came back", "llegó la respuesta"),
          pick("found it ourselves", "llegamos por nuestra cuenta"),
        ], width: 5),
      .init(
        title: pick("Your hours", "Sus horas"), hint: pick("with the way there", "con el viaje")),
      .init(
        title: pick("How it felt", "Cómo se sintieron"),
        hint: pick("−2 very hard … +2 very good", "−2 muy mal … +2 muy bien")),
    ]
  }

  // MARK: Barriers

  var barriersTitle: String {
    pick("What got in the way: whose job is it?", "Los obstáculos: ¿a quién le toca cada uno?")
  }
  var barriersLead: String {
    pick(
      "Ask it aloud, one by one. Write “nobody” if nobody answers.",
      "Pregúntenlo en voz alta, uno por uno. Escriban «nadie» si nadie responde.")
  }
  var barrierColumns: [SessionForm.Column] {
    [
      .init(title: pick("What", "Qué"), width: 4),
      .init(title: pick("Who was told", "A quién se lo contaron"), width: 4),
      .init(title: pick("Whose job is it?", "¿A quién le toca?"), width: 3),
      .init(title: pick("By when", "Para cuándo")),
    ]
  }
  var nextTitle: String {
    pick("What matters most to you now?", "¿Qué es lo más importante para ustedes ahora?")
  }
}
