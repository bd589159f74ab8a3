package parse

// recognise finds the posts, related links and notices among units. The ranges that it returns are in
// order and do not overlap; units outside of them are left to the caller.
func recognise(units []unit, labels Labels) []found {
	return nil
}
