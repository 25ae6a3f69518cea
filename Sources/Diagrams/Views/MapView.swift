internal import Graphs
public import SystemMaps

/// The labels and ties of a network as an audience may see them.
///
/// An element whose name may not go to the audience has no label of its own: those of one type,
/// group and box stand together as one, counted from the map's privacy threshold on.
struct MapView {
  private(set) var nodes: [SystemPicture.Node] = []
  private(set) var ties: [SystemPicture.Tie] = []
  /// The first tie of the network that each tie stands for.
  private(set) var tieNumbers: [Int] = []
  /// The label of each element of the network.
  private(set) var placeOf: [Int] = []
  /// The box of each label, where boxes were given.
  private(set) var boxOf: [Int] = []
  /// Whether any element was put together with others.
  private(set) var hasUnnamed = false
  /// The types of the elements that have a label of their own.
  private(set) var namedTypes: Set<ElementType> = []

  /// What unnamed elements have in common that stand together.
  private struct Kind: Hashable {
    var type: ElementType
    var group: String?
    var box: Int
  }

  init(
    map: SystemMap, network: Network, audience: Audience, attribute: AttributeName?,
    sizes: NodeMap<Double>?, partition: Partition?
  ) {
    var kinds: [Kind: Int] = [:]
    var counts: [(kind: Kind, place: Int, count: Int)] = []
    for (number, id) in network.elements.enumerated() {
      let element = map[id]
      let group = attribute.flatMap { element?.value(of: $0) }
      let box = partition?.groups[number] ?? 0
      if let element, !map.mayName(element, to: audience) {
        let kind = Kind(type: element.type, group: group, box: box)
        if let known = kinds[kind] {
          counts[known].count += 1
          placeOf.append(counts[known].place)
          continue
        }
        kinds[kind] = counts.count
        counts.append((kind, nodes.count, 1))
        hasUnnamed = true
      }
      placeOf.append(nodes.count)
      let isNamed = element.map { map.mayName($0, to: audience) } ?? true
      nodes.append(
        SystemPicture.Node(
          element?.label ?? id.text, group: group,
          size: isNamed ? sizes?[NodeID(number)] : nil,
          standsFor: isNamed ? nil : element.map { Self.noun($0.type) },
          element: isNamed ? id : nil))
      if isNamed, let element { namedTypes.insert(element.type) }
      boxOf.append(box)
    }
    let threshold = map.settings.privacyThreshold
    // Where one count is held back, exact others could give it away.
    let isExact = counts.allSatisfy { $0.count >= threshold }
    for (kind, place, count) in counts {
      let noun = Self.many(kind.type)
      nodes[place].label =
        if count < threshold {
          "\(noun) (<\(threshold))"
        } else if isExact {
          "\(noun) (\(count))"
        } else {
          "\(noun) (\(threshold) or more)"
        }
    }
    takeTies(of: network)
  }

  /// Takes each pair of labels once; ties among elements that stand together are left out.
  private mutating func takeTies(of network: Network) {
    var seen: Set<SystemPicture.Tie> = []
    for (number, edge) in network.graph.edges.enumerated() {
      var (first, second) = (placeOf[edge.source.index], placeOf[edge.target.index])
      if !network.graph.isDirected && first > second { swap(&first, &second) }
      let tie = SystemPicture.Tie(first, second)
      guard first != second, seen.insert(tie).inserted else { continue }
      ties.append(tie)
      tieNumbers.append(number)
    }
  }

  /// What an element of a type is.
  static func noun(_ type: ElementType) -> Noun { Noun(type.name, many: many(type)) }

  /// The plural of a type.
  static func many(_ type: ElementType) -> String {
    switch type {
    case .person: "people"
    case .strategy: "strategies"
    default: type.name + "s"
    }
  }
}

extension Caption {
  /// Creates the caption of a map: its title and day, and the types of elements that are left out.
  public init(
    map: SystemMap, title: String? = nil, audience: Audience, showing types: [ElementType]
  ) {
    var others: [ElementType: Int] = [:]
    for element in map.elements where !types.isEmpty && !types.contains(element.type) {
      // The order tells which are more: those who may not be named are not counted.
      others[element.type, default: 0] += map.mayName(element, to: audience) ? 1 : 0
    }
    let names = others.keys.sorted { (others[$1] ?? 0, $0) < (others[$0] ?? 0, $1) }
      .map(MapView.many)
    var notShown = Array(names.prefix(4))
    if names.count > 4 { notShown.append("elements of \(names.count - 4) other types") }
    self.init(
      title: title ?? map.title, map: title == nil ? nil : map.settings.title,
      date: map.settings.date?.description, audience: audience,
      notShown: notShown.isEmpty ? [] : [notShown.joined(separator: ", ")])
  }
}
