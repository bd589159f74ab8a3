package date

// words are the kinds of words that stand in dates besides the names of months and days.
var words = [...]struct {
	kind  tokenKind
	words string
}{
	{dateFiller, "date-filler"},
	{dateMonthMark, "date-month-sign"},
	{dateAM, "date-am"},
	{datePM, "date-pm"},
	{dateSuffix, "date-end"},
	{dateEra, "date-era"},
}

// zoneOffsets gives the names of time zones in lower case with their quarters of an hour east of UTC. Where a name is
// used in several parts of the world, it is the one that news in English means.
func zoneOffsets() map[string]int {
	return map[string]int{
		"utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 4, "cet": 4, "mez": 4, "west": 4, "wat": 4, "cest": 8, "mesz": 8,
		"eet": 8, "sast": 8, "cat": 8,
		"eest": 12, "msk": 12, "мск": 12, "eat": 12, "trt": 12, "ist": 22, "pkt": 20, "npt": 23, "wib": 28, "sgt": 32,
		"hkt": 32, "awst": 32, "jst": 36, "kst": 36,
		"acst": 38, "aest": 40, "aedt": 44, "nzst": 48, "nzdt": 52, "brt": -12, "art": -12, "ast": -16, "edt": -16,
		"et": -16, "est": -20, "cdt": -20, "ct": -20,
		"cst": -24, "mdt": -24, "mt": -24, "mst": -28, "pdt": -28, "pt": -28, "pst": -32, "akst": -36, "hst": -40,
	}
}
