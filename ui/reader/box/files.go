package box

import (
	tea "charm.land/bubbletea/v2"

	"lede/model/attached"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/widget"
)

// Files is the overlay of the files attached to an article: enter downloads one, or opens it where nothing can be
// saved, o opens it, y copies its address. While one is saved, its first row stops that.
func Files(app *ui.App, files []attached.File, open, copied action.Row) *widget.Menu {
	var rows []widget.MenuRow
	if d := app.Saving; d.Running() {
		rows = append(rows, widget.MenuRow{Key: "s", Label: "stop " + d.String(), Take: app.StopDownload})
	}
	first := len(rows)
	for _, f := range files {
		rows = append(rows, widget.MenuRow{Label: f.Name, Detail: detailOf(f), Take: func() tea.Cmd {
			if app.Downloads == nil {
				return app.AskBrowse(f.URL)
			}
			return app.Download(f)
		}})
	}
	with := func(do func(url string) tea.Cmd) func(row int) tea.Cmd {
		return func(row int) tea.Cmd {
			if row < first {
				return nil
			}
			return do(files[row-first].URL)
		}
	}
	m := widget.NewMenu(&app.Env, "Attached files", "", rows)
	if app.Downloads != nil {
		m.Verb = "download"
	}
	m.Extra = []widget.MenuKey{
		{Row: open, Do: with(func(url string) tea.Cmd { return tea.Batch(app.Pop(), app.AskBrowse(url)) })},
		{Row: copied, Do: with(func(url string) tea.Cmd { return app.CopyText("link", url) })},
	}
	return m
}

// detailOf is what is known of a file, and which host it is on.
func detailOf(f attached.File) string {
	host := ui.HostEnd(f.URL, ui.MaxHost)
	if f.Facts == "" {
		return host
	}
	return f.Facts + " · " + host
}
