/// What Python's `csv` finds in real files: rows that are not blank, cells, bytes of cells.
///
/// Made by `csv.reader` over each file decoded with `utf-8-sig`, the last with `mac_roman`.
enum RealCSV {
  static let measured: [(file: String, rows: Int, cells: Int, bytes: Int)] = [
    ("hsds-legal-aid/services.csv", 431, 6465, 75146),
    ("hsds-legal-aid/locations.csv", 521, 4168, 20588),
    ("hsds-legal-aid/organizations.csv", 34, 340, 18236),
    ("hsds-legal-aid/phones.csv", 983, 10813, 18174),
    ("hsds-legal-aid/regular_schedules.csv", 2493, 17451, 47470),
    ("hsds-legal-aid/postal_addresses.csv", 34, 340, 1707),
    ("global-health/Data3.csv", 1022, 4088, 13912),
    ("global-health/Data6.csv", 129, 387, 1454),
    ("hsds-sample/services.csv", 14, 224, 3984),
    ("hsds-sample/locations.csv", 11, 88, 1692),
    ("event-logs/receipt.csv", 8578, 128670, 2207342),
    ("networks/facebook_target.csv", 22471, 89884, 1086272),
    ("networks/facebook_edges.csv", 171003, 342006, 1540604),
    ("encodings/services.csv", 68, 1360, 39873),
  ]
}
