package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFilesAreSavedWhereTheUserKeepsDownloads(t *testing.T) {
	config := t.TempDir()
	const dirs = "# made by a tool\nXDG_DESKTOP_DIR=\"$HOME/Desktop\"\nXDG_DOWNLOAD_DIR=\"$HOME/In/Files\"\n"
	if err := os.WriteFile(filepath.Join(config, "user-dirs.dirs"), []byte(dirs), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		set, want string
		env       map[string]string
	}{
		{"", "/home/ada/Downloads", map[string]string{"HOME": "/home/ada"}},
		{"", "/home/ada/In/Files", map[string]string{"HOME": "/home/ada", "XDG_CONFIG_HOME": config}},
		{"", "/mnt/files", map[string]string{"HOME": "/home/ada", "XDG_DOWNLOAD_DIR": "/mnt/files"}},
		{"~/Podcasts", "/home/ada/Podcasts", map[string]string{"HOME": "/home/ada", "XDG_CONFIG_HOME": config}},
		{"/srv/pod/", "/srv/pod", map[string]string{"HOME": "/home/ada"}},
	} {
		if got := DownloadFolder(c.set, func(key string) string { return c.env[key] }); got != c.want {
			t.Errorf("with %q and %v it is %s, want %s", c.set, c.env, got, c.want)
		}
	}
}

func TestWrongSettingsOfDownloadsAreNamed(t *testing.T) {
	for text, want := range map[string]string{
		"downloads = 'Podcasts'": `downloads is "Podcasts", and must begin with / or ~/`,
		"download_limit = 0":     "download_limit is 0, and must be between 1 and 1000000",
		"download_limit = -5":    "download_limit is -5, and must be between 1 and 1000000",
	} {
		if _, err := parseConfig([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives %v, want %s", text, err, want)
		}
	}
}
