public import SystemMaps
import Graphs

/// Written agreements beside the contacts of those who work with families.
///
/// That two have no contact, or no agreement, is claimed only where at least one of them responded.
public struct Agreements: Sendable, Hashable {
  /// What is known of the contact under an agreement.
  public enum Contact: String, Sendable, Hashable, CaseIterable {
    /// Frontline workers of the two have a tie.
    case frontline
    /// No tie of frontline workers is reported, though at least one end responded.
    case noneReported
    /// Neither end responded, or a tie is reported and not whose it is.
    case unknown
  }

  /// Two with an agreement.
  public struct Agreement: Sendable, Hashable {
    /// The two, in the order of the network.
    public let pair: ElementPair
    /// Whether their frontline workers have contact.
    public let contact: Contact
  }

  /// The pairs that have an agreement, in the order of the network.
  public let agreements: [Agreement]
  /// Pairs whose frontline workers have a tie and that have no agreement as reported.
  public let contactsWithoutAgreement: [ElementPair]
  /// Pairs whose frontline workers have a tie, of which neither responded: whether they have an
  /// agreement is not known.
  public let unknownContacts: Int

  /// Agreements of which something is known.
  public var known: Int { agreements.count { $0.contact != .unknown } }
  /// Agreements under which frontline workers have contact.
  public var lived: Int { agreements.count { $0.contact == .frontline } }
  /// Agreements with no frontline contact reported.
  public var withoutContact: [ElementPair] {
    agreements.filter { $0.contact == .noneReported }.map(\.pair)
  }

  /// Looks at the agreements among the elements of a network.
  ///
  /// - Parameters:
  ///   - network: The network, see `SystemMap.network(_:)`; its ties between workers count for the
  ///     organizations they work for.
  ///   - map: The map it is of, not yet cut for an audience.
  /// - Returns: `nil` where the map holds no agreement, so that nothing can be compared.
  /// - Complexity: O(connections).
  public init?(in network: Network, of map: SystemMap) {
    let ends = NetworkEnds(of: network, in: map)
    var agreed: Set<NodePair> = []
    var frontline: Set<NodePair> = []
    var unclear: Set<NodePair> = []
    for connection in map.connections {
      guard connection.type == .agreement || connection.type.part == .always,
        let pair = ends.pair(of: connection)
      else { continue }
      if connection.type == .agreement {
        agreed.insert(pair)
      } else if connection.between == .frontline {
        frontline.insert(pair)
      } else if connection.between == nil {
        unclear.insert(pair)
      }
    }
    guard !agreed.isEmpty else { return nil }
    let hasResponded = network.hasResponded(in: map)
    func isObserved(_ pair: NodePair) -> Bool {
      hasResponded[pair.first] || hasResponded[pair.second]
    }
    func named(_ pair: NodePair) -> ElementPair {
      ElementPair(network.elements[pair.first], network.elements[pair.second])
    }
    agreements = agreed.sorted().map { pair in
      let contact: Contact =
        frontline.contains(pair)
        ? .frontline : isObserved(pair) && !unclear.contains(pair) ? .noneReported : .unknown
      return Agreement(pair: named(pair), contact: contact)
    }
    let others = frontline.subtracting(agreed).sorted()
    contactsWithoutAgreement = others.filter(isObserved).map(named)
    unknownContacts = others.count { !isObserved($0) }
  }

  /// The result as one plain sentence.
  public var sentence: String {
    let all = ChanceWords.count(agreements.count, "agreement")
    guard known > 0 else {
      return "\(all), and of none is it known whether frontline workers have contact."
    }
    let open = agreements.count - known
    let rest = open > 0 ? " Of \(open) it is not known." : ""
    return "\(lived) of \(known) agreements are lived by frontline workers "
      + "(\(ChanceWords.percent(Double(lived) / Double(known)))); "
      + "\(withoutContact.count) \(withoutContact.count == 1 ? "has" : "have") no frontline contact "
      + "reported.\(rest) \(ChanceWords.count(contactsWithoutAgreement.count, "pair")) with frontline "
      + "contact \(contactsWithoutAgreement.count == 1 ? "has" : "have") no agreement reported."
  }
}
