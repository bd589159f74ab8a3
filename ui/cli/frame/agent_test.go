package frame

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestReleasesSetTheAddressOfTheProject looks for this package in what a release is linked with: the linker says
// nothing of a name that is not there.
func TestReleasesSetTheAddressOfTheProject(t *testing.T) {
	release, err := os.ReadFile("../../../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := "-X " + reflect.TypeFor[Frame]().PkgPath() + ".project="
	if !strings.Contains(string(release), want) {
		t.Errorf("a release is not linked with %s", want)
	}
}

func TestServersAreToldAnAddressOnlyWhereTheProjectHasOne(t *testing.T) {
	before := project
	defer func() { project = before }()
	project = ""
	if got := agent(); !strings.HasPrefix(got, "lede/") || strings.ContainsAny(got, " ()") {
		t.Errorf("without an address lede calls itself %q", got)
	}
	project = "https://lede.example"
	if got := agent(); !strings.HasSuffix(got, " (+https://lede.example)") {
		t.Errorf("with an address lede calls itself %q", got)
	}
}
