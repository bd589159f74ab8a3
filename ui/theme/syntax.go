package theme

// Token is a kind of word in program text that has a look of its own.
type Token int

// The tokens that are told apart in code; everything else is PlainToken.
const (
	PlainToken Token = iota
	CommentToken
	KeywordToken
	StringToken
	NumberToken
	NameToken // of a function, class or tag where it is defined
	DeletedToken
	InsertedToken
	tokens
)

type syntax [tokens]Style

func newSyntax(p Palette) syntax {
	return syntax{
		CommentToken:  style(p.Dim, italic),
		KeywordToken:  style("", bold),
		StringToken:   style(p.String),
		NumberToken:   style(p.Number),
		NameToken:     style(p.Link),
		DeletedToken:  style(p.Error),
		InsertedToken: style(p.String),
	}
}

// Syntax is the style of a token in code.
func (t *Theme) Syntax(k Token) Style { return t.syntax[k] }
