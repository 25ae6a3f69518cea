/// Numbers for texts: equal bytes have one number, in the order in which they first came.
///
/// A hash table of open addresses over one array of bytes: a million cells of a file are looked up
/// without making a string of any.
struct TextTable {
  /// The texts, one after the other.
  private(set) var utf8: [UInt8] = []
  /// Where each text ends in `utf8`.
  private(set) var ends: [Int] = []
  private var slots = Array(repeating: Slot(), count: 1 << 10)
  private var hashes: [UInt64] = []

  /// A place of the table: all that a comparison needs, so that a text is found with one look here
  /// and one at its bytes.
  private struct Slot {
    /// The upper half of the text's hash.
    var tag: UInt32 = 0
    /// One more than the number of the text; 0 is free.
    var entry: UInt32 = 0
    var start: UInt32 = 0
    var length: UInt32 = 0
  }

  /// How many texts there are.
  var count: Int { ends.count }

  /// The bytes of a text.
  func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// A text.
  subscript(number: Int) -> String { String(decoding: utf8[range(of: number)], as: UTF8.self) }

  /// The number of a text; a new one is added.
  mutating func number(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { number(of: UnsafeRawBufferPointer($0)) }
  }

  /// The number of a text; a new one is added.
  mutating func number(of text: UnsafeRawBufferPointer) -> UInt32 {
    let hash = text.mixedHash
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.entry == 0 { return add(text, hash: hash, at: place) }
      if slot.tag == tag, Int(slot.length) == text.count, holds(text, at: Int(slot.start)) {
        return slot.entry - 1
      }
      place = (place + 1) & mask
    }
  }

  private func holds(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    utf8.withUnsafeBytes {
      UnsafeRawBufferPointer(rebasing: $0[start..<start + text.count]).hasSameBytes(as: text)
    }
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, hash: UInt64, at place: Int) -> UInt32 {
    utf8.append(contentsOf: text)
    ends.append(utf8.count)
    hashes.append(hash)
    precondition(utf8.count < UInt32.max, "different names take less than 4 GB")
    slots[place] = slot(of: count - 1)
    if 2 * count > slots.count { grow() }
    return UInt32(count - 1)
  }

  private func slot(of number: Int) -> Slot {
    let range = range(of: number)
    return Slot(
      tag: UInt32(truncatingIfNeeded: hashes[number] >> 32), entry: UInt32(number + 1),
      start: UInt32(range.lowerBound), length: UInt32(range.count))
  }

  private mutating func grow() {
    slots = Array(repeating: Slot(), count: 4 * slots.count)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].entry != 0 { place = (place + 1) & mask }
      slots[place] = slot(of: number)
    }
  }

  /// The numbers of all texts of another table, in their order; new ones are added.
  mutating func numbers(ofAll other: TextTable) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(other.count)
    other.utf8.withUnsafeBytes { bytes in
      for place in 0..<other.count {
        numbers.append(number(of: UnsafeRawBufferPointer(rebasing: bytes[other.range(of: place)])))
      }
    }
    return numbers
  }
}

extension UnsafeRawBufferPointer {
  /// A hash of the bytes, eight at a time: each step multiplies to twice the width and folds.
  fileprivate var mixedHash: UInt64 {
    var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= count {
      hash = Self.mixed(hash ^ loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < count {
      rest = rest << 8 | UInt64(self[place])
      place += 1
    }
    return Self.mixed(hash ^ rest)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// Whether another buffer of the same size holds the same bytes.
  fileprivate func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place + 8 <= count {
      if loadUnaligned(fromByteOffset: place, as: UInt64.self)
        != other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      {
        return false
      }
      place += 8
    }
    while place < count {
      if self[place] != other[place] { return false }
      place += 1
    }
    return true
  }
}
