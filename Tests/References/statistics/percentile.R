# What percentile.json holds, by R 4.2.2: Rscript percentile.R > percentile.json
# A score among peers: the share of peers below it, and limits of that share drawn at random, two million times a true score from t and a
# share from the beta distribution of Jeffreys' limits at that score (`drawn`), and by adaptive quadrature over the score (`integrated`).
# And the difference from the peers' mean by t.test, people of one organisation against one score for each peer.
peers <- c(38.2, 41, 41, 44.5, 47.3, 49.9, 50, 52.4, 55.1, 58.8, 61.7, 66.3)
people <- c(44, 61, 52.5, 58, 49, 66, 55)
n <- length(peers)
drawn <- function(score, se, df, level) {
  set.seed(1)
  below <- findInterval(score + se * rt(2e6, df), sort(peers))
  unname(quantile(rbeta(2e6, below + .5, n - below + .5), c((1 - level) / 2, (1 + level) / 2)))
}
integrated <- function(score, se, df, level) {
  ends <- c(-Inf, sort(unique(peers)), Inf)
  cdf <- function(p) sum(sapply(seq_len(length(ends) - 1), function(i) {
    k <- sum(peers <= ends[i])
    integrate(function(t) dt((t - score) / se, df) / se, ends[i], ends[i + 1], rel.tol = 1e-12)$value *
      pbeta(p, k + .5, n - k + .5)
  }))
  sapply(c((1 - level) / 2, (1 + level) / 2), function(q) uniroot(function(p) cdf(p) - q, c(0, 1), tol = 1e-13)$root)
}
rank <- function(score, se, df, level) {
  half <- qt((1 + level) / 2, df) * se
  c(score, se, df, level, mean(peers < score) + mean(peers == score) / 2, sum(peers < score - half),
    sum(peers > score + half), integrated(score, se, df, level), drawn(score, se, df, level))
}
se <- sd(people) / sqrt(length(people))
list <- function(x) paste0("[", paste(format(x, digits = 15, trim = TRUE), collapse = ", "), "]")
t95 <- t.test(people, peers); t99 <- t.test(people, peers, conf.level = 1 - .05 / 11)
cat("{\n",
  '  "peers": ', list(peers), ",\n", '  "people": ', list(people), ",\n",
  '  "rank": [', paste(list(rank(mean(people), se, 6, .95)), list(rank(41, 1.5, 9, .9)), list(rank(47, 8, 4, .95)),
    sep = ", "), "],\n",
  '  "known": ', list(qbeta(c(.025, .975), 7.5, 5.5)), ",\n",
  '  "difference": ', list(c(diff(rev(t95$estimate)), t95$conf.int, t99$conf.int)), "\n}\n", sep = "")
