package box

import (
	tea "charm.land/bubbletea/v2"

	"lede/model/figure"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/widget"
)

// Pack is the overlay of what can be brought in for reading offline.
func Pack(
	a *ui.App, it *text.Items, count func(urls []string) string, keep func() tea.Cmd,
) *widget.Menu {
	p := a.Packing
	var rows []widget.MenuRow
	if p.Running() {
		rows = append(rows, widget.MenuRow{Key: "s", Label: "stop", Detail: p.String(), Take: func() tea.Cmd {
			a.StopPacking()
			return nil
		}})
	} else {
		article := *it.Article
		related, all := it.Linked(false), it.Linked(true)
		if len(related) > 0 {
			rows = append(rows,
				widget.MenuRow{Key: "r", Label: "it and its related links", Detail: count(related), Take: func() tea.Cmd {
					return a.Pack(article, false)
				}})
		}
		if len(all) > len(related) {
			rows = append(rows,
				widget.MenuRow{Key: "l", Label: "it and all links of its text", Detail: count(all), Take: func() tea.Cmd {
					return a.Pack(article, true)
				}})
		}
		if len(rows) == 0 {
			rows = append(rows, widget.MenuRow{Key: "k", Label: "it alone, it has no links", Take: keep})
		}
	}
	if p != nil && len(p.Errs) > 0 {
		rows = append(rows, widget.MenuRow{
			Key: "e", Label: "what was not brought in", Detail: figure.Number(len(p.Errs)),
			Take: func() tea.Cmd {
				return a.Push(widget.NewProblems(&a.Env, p.Errs))
			},
		})
	}
	return widget.NewMenu(&a.Env, "Keep for reading offline", "", rows)
}
