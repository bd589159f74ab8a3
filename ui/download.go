package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/model/attached"
)

// Downloads saves files that articles have with them.
type Downloads interface {
	// Download saves a file. The last step comes also when ctx ends before; then the channel is closed. What has come by
	// then is of use to the next download of the same file. Errors are sentences.
	Download(ctx context.Context, file attached.File) <-chan attached.Progress
}

// downloading is a file that is being saved while the user reads on; there is one at a time.
type downloading struct {
	cancel context.CancelFunc // nil when it has ended
	step   attached.Progress
}

// DownloadedMsg is a step of it.
type DownloadedMsg struct {
	of    *downloading
	steps <-chan attached.Progress
	step  attached.Progress
}

// Running reports whether a file is being saved now.
func (d *downloading) Running() bool { return d != nil && d.cancel != nil }

// String is how far it is: "downloading episode.mp3, 12.3 MB of 34.2 MB".
func (d *downloading) String() string {
	if !d.Running() {
		return ""
	}
	text := "downloading " + d.step.Name
	if d.step.Bytes > 0 {
		text += ", " + d.step.String()
	}
	return text
}

// End ends it. What has come by then stays for the next time.
func (d *downloading) End() {
	if d.Running() {
		d.cancel()
		d.cancel = nil
	}
}

// Download starts to save a file.
func (a *App) Download(file attached.File) tea.Cmd {
	if a.Saving.Running() {
		return a.Notify("lede saves one file at a time: wait for " + a.Saving.step.Name + ", or stop it.")
	}
	ctx, cancel := context.WithCancel(context.Background())
	d := &downloading{cancel: cancel, step: attached.Progress{Name: file.Name, Size: -1}}
	a.Saving = d
	downloads := a.Downloads
	return func() tea.Msg { return awaitDownloaded(d, downloads.Download(ctx, file))() }
}

// StopDownload ends what is being saved, as the user wishes.
func (a *App) StopDownload() tea.Cmd {
	name := a.Saving.step.Name
	a.Saving.End()
	return a.Notify("Stopped. The next download of " + name + " goes on where it was stopped.")
}

func awaitDownloaded(d *downloading, steps <-chan attached.Progress) tea.Cmd {
	return func() tea.Msg { return DownloadedMsg{d, steps, <-steps} }
}

// Report implements reporting: it takes a step, and says at the end where the file is, or why not.
func (msg DownloadedMsg) Report(a *App) tea.Cmd {
	d := msg.of
	running := d.Running()
	d.step = msg.step
	switch {
	case !msg.step.Last:
		return awaitDownloaded(d, msg.steps)
	case !running:
		return nil // it was stopped, and that has been said
	}
	d.End()
	if msg.step.Err != nil {
		a.Log.Error("download", "err", msg.step.Err)
		return a.Notify(msg.step.Err.Error())
	}
	return a.Notify("Saved as " + msg.step.Path)
}
