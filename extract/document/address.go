package document

import (
	"fmt"
	"net/netip"
)

// A reserved block of addresses is not on the public internet.
type reserved struct {
	prefix netip.Prefix
	is     string // as it is said to the user
}

// notPublic follows the IANA special-purpose address registries for IPv4 and
// IPv6. Of IPv6 only 2000::/3 is public at all; the blocks within it that are
// listed carry IPv4 addresses or documentation.
var notPublic = []reserved{
	{netip.MustParsePrefix("0.0.0.0/8"), "this computer"},
	{netip.MustParsePrefix("10.0.0.0/8"), "your local network"},
	{netip.MustParsePrefix("100.64.0.0/10"), "your provider's inner network"},
	{netip.MustParsePrefix("127.0.0.0/8"), "this computer"},
	{netip.MustParsePrefix("169.254.0.0/16"), "your local network"},
	{netip.MustParsePrefix("172.16.0.0/12"), "your local network"},
	{netip.MustParsePrefix("192.0.0.0/24"), "a reserved address"},
	{netip.MustParsePrefix("192.0.2.0/24"), "a reserved address"},
	{netip.MustParsePrefix("192.88.99.0/24"), "a reserved address"},
	{netip.MustParsePrefix("192.168.0.0/16"), "your local network"},
	{netip.MustParsePrefix("198.18.0.0/15"), "a reserved address"},
	{netip.MustParsePrefix("198.51.100.0/24"), "a reserved address"},
	{netip.MustParsePrefix("203.0.113.0/24"), "a reserved address"},
	{netip.MustParsePrefix("224.0.0.0/4"), "many computers at once"},
	{netip.MustParsePrefix("240.0.0.0/4"), "a reserved address"},
	{netip.MustParsePrefix("::/127"), "this computer"},
	{netip.MustParsePrefix("64:ff9b::/96"), "a reserved address"},
	{netip.MustParsePrefix("2001::/23"), "a reserved address"},
	{netip.MustParsePrefix("2001:db8::/32"), "a reserved address"},
	{netip.MustParsePrefix("2002::/16"), "a reserved address"},
	{netip.MustParsePrefix("3fff::/20"), "a reserved address"},
	{netip.MustParsePrefix("fc00::/7"), "your local network"},
	{netip.MustParsePrefix("fe80::/10"), "your local network"},
	{netip.MustParsePrefix("ff00::/8"), "many computers at once"},
}

var publicIPv6 = netip.MustParsePrefix("2000::/3")

// public returns an error when addr is not on the public internet.
func public(addr netip.Addr) error {
	addr = addr.Unmap().WithZone("")
	for _, r := range notPublic {
		if r.prefix.Contains(addr) {
			return fmt.Errorf("its address %s is %s, and onrecord fetches only from the public internet", addr, r.is)
		}
	}
	if addr.Is6() && !publicIPv6.Contains(addr) {
		return fmt.Errorf("its address %s is a reserved address, and onrecord fetches only from the public internet", addr)
	}
	return nil
}
