/// The groups of a picture's nodes, numbered by first appearance, with their looks.
struct Grouping {
  /// The names of the groups; `nil` for the nodes without one.
  private(set) var allNames: [String?] = []
  /// The group of each node.
  private(set) var groupOf: [Int] = []
  /// How many nodes of each group stand for themselves.
  private(set) var sizes: [Int] = []
  let styles: [GroupStyle]
  /// The style of each node, or `nil` where no node has a group.
  let styleOf: [Int?]

  init(nodes: [SystemPicture.Node], palette: Palette) {
    var numbers: [String?: Int] = [:]
    for node in nodes {
      let plain = node.group.map { DOTText($0).plain }
      let name = plain?.isEmpty == true ? nil : plain
      let number = numbers[name] ?? sizes.count
      if number == sizes.count {
        numbers[name] = number
        allNames.append(name)
        sizes.append(0)
      }
      if node.standsFor == nil { sizes[number] += 1 }
      groupOf.append(number)
    }
    if allNames.contains(where: { $0 != nil }) {
      let looks = palette.styles(names: allNames, sizes: sizes)
      styles = looks.styles
      styleOf = groupOf.map { looks.styleOf[$0] }
    } else {
      styles = []
      styleOf = groupOf.map { _ in nil }
    }
  }

  /// The names of the groups that have one.
  var names: [String] { allNames.compactMap { $0 } }

  /// The names of the groups that have one, and a node that stands for itself.
  var countedNames: [String] { zip(allNames, sizes).compactMap { $1 > 0 ? $0 : nil } }

  /// Whether two nodes are known to be in different groups.
  func areApart(_ first: Int, _ second: Int) -> Bool {
    groupOf[first] != groupOf[second] && allNames[groupOf[first]] != nil
      && allNames[groupOf[second]] != nil
  }

  /// Whether the group of either of two nodes is not known, so that nobody can tell if they differ.
  func isUnknown(_ first: Int, _ second: Int) -> Bool {
    allNames[groupOf[first]] == nil || allNames[groupOf[second]] == nil
  }

  /// One line of legend for each style; without a number where none of its nodes is counted.
  var legend: [LegendEntry] {
    styles.map {
      LegendEntry(
        sample: .group($0), text: $0.count > 0 ? "\($0.name) (\($0.count))" : $0.name)
    }
  }
}
