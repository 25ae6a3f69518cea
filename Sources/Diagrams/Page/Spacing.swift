/// How much room chips leave around their text and between one another, in sizes of the text.
struct Spacing: Hashable, Sendable {
  /// Above and below the text together.
  var upright: Double
  /// On both sides of the text together.
  var sideways: Double
  /// On both sides of a tag together.
  var tag: Double
  /// Between chips that lie freely.
  var chipGap: Double
  /// Between chips in a box, and between them and its border.
  var cellGap: Double
  /// Between boxes.
  var boxGap: Double

  /// With room for lines between.
  static let roomy = Spacing(
    upright: 0.36, sideways: 0.8, tag: 0.5, chipGap: 0.75, cellGap: 0.5, boxGap: 2.4)
  /// Where larger text is worth more than room.
  static let close = Spacing(
    upright: 0.1, sideways: 0.5, tag: 0.3, chipGap: 0.5, cellGap: 0.3, boxGap: 1.8)
  /// Where text is hard to read otherwise.
  static let tight = Spacing(
    upright: 0.06, sideways: 0.4, tag: 0.24, chipGap: 0.34, cellGap: 0.18, boxGap: 1.3)
  /// The same, with room between boxes for a line on either side of its number.
  static let parted = Spacing(
    upright: 0.06, sideways: 0.4, tag: 0.24, chipGap: 0.34, cellGap: 0.18, boxGap: 1.55)
  /// In boxes between which no line runs, where text is hard to read otherwise.
  static let packed = Spacing(
    upright: 0.04, sideways: 0.4, tag: 0.24, chipGap: 0.34, cellGap: 0.16, boxGap: 0.4)
  /// In boxes between which no line runs.
  static let lineless = Spacing(
    upright: 0.16, sideways: 0.6, tag: 0.5, chipGap: 0.5, cellGap: 0.28, boxGap: 0.55)
}
