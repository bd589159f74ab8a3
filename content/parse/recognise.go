package parse

// recognise finds the posts, related links and notices among units. The ranges that it returns are in
// order and do not overlap; units outside of them are left to the caller.
//
// Every word of the units in a range is in the text or the fields of its blocks. Posts come first, since a post may say
// "read more" itself.
func recognise(units []unit, labels Labels) []found {
	return findPosts(units)
}
