package parse
const maxHeading = 140
func markHeadings(units []unit, marked []found, title string) {}
