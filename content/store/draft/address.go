package draft

import (
	"net/url"
	"slices"
	"strings"
)

// AddressKey is equal for addresses of the same page: without scheme, "www.", default port, fragment, the parameters
// that only tell where a reader came from, and a last slash. The order of the other parameters makes no difference.
// It is "" for what is no web address.
func AddressKey(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	host := strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(u.Hostname()), "."), "www.")
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	key := host + strings.TrimRight(u.EscapedPath(), "/")
	var kept []string
	for _, p := range strings.Split(u.RawQuery, "&") {
		name, _, _ := strings.Cut(p, "=")
		if p != "" && !tracks(strings.ToLower(name)) {
			kept = append(kept, p)
		}
	}
	if len(kept) > 0 {
		slices.Sort(kept)
		key += "?" + strings.Join(kept, "&")
	}
	// a page of a program that runs in the browser
	if strings.HasPrefix(u.Fragment, "!") || strings.HasPrefix(u.Fragment, "/") {
		key += "#" + u.Fragment
	}
	return key
}

// tracks reports whether a parameter of that name says nothing about the page.
func tracks(name string) bool {
	for _, prefix := range []string{
		"utm_", "mc_", "pk_", "mtm_", "matomo_", "hsa_", "_hs", "oly_", "vero_", "at_", "wt.",
	} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	switch name {
	case "fbclid", "gclid", "dclid", "gclsrc", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid",
		"igsh", "li_fat_id",
		"mkt_tok", "_ga", "_gl", "ocid", "cmpid", "cmp", "ncid", "smid", "smtyp", "s_cid", "sr_share", "ref_src",
		"ref_url", "referrer",
		"partner", "xtor", "icid", "ito", "wt_mc", "wt_zmc", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname",
		"campaign_id",
		"emc", "guccounter", "guce_referrer", "guce_referrer_sig", "soc_src", "soc_trk", "spm",
		"__twitter_impression", "amp":
		return true
	}
	return false
}
