import Tabular

/// Distinct cells of a column, numbered in order of first appearance.
struct LabelIndex: Sendable {
  /// The bytes of all labels, one after the other.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32]

  init() { slots = Array(repeating: -1, count: 64) }

  /// The number of labels.
  var count: Int { ends.count }

  /// The label of a number.
  func text(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// The number of the label that `source` holds between `start` and `end`, a new one when it was not met before.
  mutating func number(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    let hash = ByteHash.hash(source, start, end)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, ByteHash.equal(bytes.span, range(number), source, start..<end) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(ends.count)
    slots[slot] = number
    hashes.append(hash)
    for index in start..<end { bytes.append(source[index]) }
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

/// Identifiers seen so far, to find one that is used twice; equality is verified by the bytes, so nothing is a duplicate by chance.
struct IdentifierIndex: Sendable {
  /// Upper half: a part of the hash; lower half: 1 + the place of the identifier; 0 is free.
  private var slots: [UInt64]
  private var used = 0

  init(slots: [UInt64] = Array(repeating: 0, count: 1024)) { self.slots = slots }

  /// The place of an equal identifier that came before, or nil and the identifier is remembered.
  mutating func earlier(_ place: Int, hash: UInt64, isEqual: (Int) -> Bool) -> Int? {
    if used * 2 >= slots.count { grow() }
    let tag = hash >> 32
    var slot = Int(truncatingIfNeeded: tag) & (slots.count - 1)
    while slots[slot] != 0 {
      let other = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == tag, isEqual(other) { return other }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = tag << 32 | UInt64(place + 1) & 0xFFFF_FFFF
    used += 1
    return nil
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 4)
    for entry in old where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
