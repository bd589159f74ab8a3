package frame

import (
	"strings"
	"testing"
)

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
