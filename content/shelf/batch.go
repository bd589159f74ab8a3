package shelf

import "time"

// BatchArticles is how many articles go into the library at once.
const BatchArticles = 250

// BatchBytes is how much text goes into the library at once.
const BatchBytes = 8 << 20

// BatchTime is the longest that an article waits for others.
const BatchTime = time.Second
