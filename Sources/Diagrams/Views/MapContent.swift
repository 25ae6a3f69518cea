import Graphs
import SystemMaps

/// What a picture of a network takes from its map.
struct MapContent {
  var view: MapView
  var caption: Caption
  var noun: Noun
  var groupNoun: Noun

  init(
    map: SystemMap, network: Network, title: String?, audience: Audience,
    attribute: AttributeName, sizes: NodeMap<Double>?, partition: Partition?
  ) {
    let column = attribute == "sector" ? map.sectorAttribute : attribute
    // What people state of themselves is never a colour; what organizations are may be one.
    let isGuarded =
      map.selfIdentifiedAttributes.contains(column)
      && network.elements.contains { map[$0]?.type.isPerson ?? false }
    view = MapView(
      map: map, network: network, audience: audience, attribute: isGuarded ? nil : column,
      sizes: sizes, partition: partition)
    caption = Caption(map: map, title: title, audience: audience, showing: network.types)
    if view.hasUnnamed {
      caption.notShown.append("names that may not go to this audience; they stand together")
    }
    if isGuarded {
      caption.notShown.append("\(column.text), which only people themselves can state")
    }
    // Where some stand together, only the others are counted.
    let types = view.hasUnnamed ? Array(view.namedTypes) : network.types
    noun = types.count == 1 ? MapView.noun(types[0]) : .element
    groupNoun = column == "sector" ? .sector : column == "type" ? Noun("type") : Noun("group")
  }
}
