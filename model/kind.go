package model

// BlockKind names a kind of block, as the JSON of an article and the query term has: do.
type BlockKind string

// The kinds of blocks.
const (
	ProseBlock   BlockKind = "prose"
	CodeBlock    BlockKind = "code"
	PostBlock    BlockKind = "post"
	RelatedBlock BlockKind = "related"
	NoticeBlock  BlockKind = "notice"
	ImageBlock   BlockKind = "image"
)

// KindOf names the kind of a block.
func KindOf(b Block) BlockKind {
	switch b.(type) {
	case Prose:
		return ProseBlock
	case Code:
		return CodeBlock
	case Post:
		return PostBlock
	case Related:
		return RelatedBlock
	case Notice:
		return NoticeBlock
	case Image:
		return ImageBlock
	}
	return ""
}
