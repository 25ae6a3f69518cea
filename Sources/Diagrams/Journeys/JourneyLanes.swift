/// The lanes of a journey: silos in the order in which the family met them, their organizations as
/// rows.
struct JourneyLanes {
  let lanes: [LaneContent.Lane]
  /// Where each of the picture's places lies.
  let placeOf: [LaneContent.Place]

  init(of picture: JourneyPicture) {
    let nodes = picture.places.map {
      SystemPicture.Node($0.organization ?? "", group: $0.silo)
    }
    let grouping = Grouping(nodes: nodes, palette: picture.palette)
    var order: [Int] = []
    for step in picture.steps where !order.contains(step.place) { order.append(step.place) }
    var lanes: [LaneContent.Lane] = []
    var laneOf: [Int: Int] = [:]
    var placeOf = Array(
      repeating: LaneContent.Place(lane: 0, row: 0), count: picture.places.count)
    for place in order {
      let group = grouping.groupOf[place]
      if laneOf[group] == nil {
        laneOf[group] = lanes.count
        let style = grouping.styleOf[place].map { grouping.styles[$0] }
        lanes.append(
          LaneContent.Lane(
            title: grouping.allNames[group] ?? "silo not reported",
            style: style
              ?? GroupStyle(name: "", tag: "?", tone: picture.palette.other, count: 0),
            rows: []))
      }
      let lane = laneOf[group] ?? 0
      let name = picture.places[place].organization.map { DOTText($0).plain }
      placeOf[place] = LaneContent.Place(lane: lane, row: lanes[lane].rows.count)
      lanes[lane].rows.append(name ?? "organization not reported")
    }
    self.lanes = lanes
    self.placeOf = placeOf
  }
}
