package parse

// lift finds what stands apart in a page: quoted posts, players, related links, figures, notices. Each becomes a mark.
func (p *page) lift() {}
