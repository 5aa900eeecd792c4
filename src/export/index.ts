// The door of this folder: records in the formats of other programs.
export { type CsvTable, csvHeader, csvRows } from "./csv.ts"
export { type PlaceFeature, toPlaceFeatures } from "./geojson.ts"
export { type LeftOut, type PloverExport, toPlover } from "./plover.ts"
