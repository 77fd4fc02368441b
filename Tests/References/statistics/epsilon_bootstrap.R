# The spread of rank epsilon squared when people are drawn anew within their groups: percentiles of 40,000 draws.
# Run in this folder: Rscript epsilon_bootstrap.R > epsilon_bootstrap.json   (R 4.2.2, jsonlite 1.8)
d <- read.csv("data/survey160_items_complete.csv")
one <- function(y, g, draws = 40000) {
  rows <- split(seq_along(y), g)
  e <- function(y, g) { r <- rank(y); m <- tapply(r, g, mean); n <- table(g)
    sum(n * (m - mean(r))^2) / sum((r - mean(r))^2) }
  b <- replicate(draws, { i <- unlist(lapply(rows, function(k) k[sample.int(length(k), replace = TRUE)])); e(y[i], g[i]) })
  list(groups = unname(split(y, g)), estimate = e(y, g), percentile = unname(quantile(b, c(.025, .975))), mean = mean(b))
}
set.seed(11)
cases <- list(survey = one(d$b05, d$type), small = one(c(1, 2, 2, 3, 4, 3, 4, 5, 5, 2, 1, 1, 3), rep(1:3, c(5, 4, 4)), 40000))
cat(jsonlite::toJSON(list(source = "R 4.2.2 rank, sample.int", cases = cases), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
