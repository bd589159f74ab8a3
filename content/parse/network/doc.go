// Package network knows the social networks and the players: their names, and what an address of theirs leads to.
//
// Start with Post, which reads the address of a post, and Media, which reads that of a player.
package network
