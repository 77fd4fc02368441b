# What paired.json holds, from Surveys/examples/two-waves.csv by R 4.2.2 and coin 1.4-2, scores made anew from the answers.
# Run from the repository's root: Rscript Tests/References/readiness/paired.R > Tests/References/readiness/paired.json
suppressMessages(library(coin))
answers <- read.csv("Surveys/examples/two-waves.csv", colClasses = "character")
items <- read.csv("Surveys/barriers-short/items.csv", colClasses = "character")
items <- items[items$dimension != "", ]
dims <- sort(unique(items$dimension))
steps <- sapply(seq_len(nrow(items)), function(i) {
  value <- suppressWarnings(as.numeric(answers[[items$code[i]]]))
  if (items$keying[i] == "enabler") value - 1 else 5 - value
})
# Two answers or more, and half of those asked; overall from two thirds of the barriers.
score <- sapply(dims, function(d) {
  own <- steps[, items$dimension == d, drop = FALSE]
  ifelse(rowSums(!is.na(own)) >= 2, 25 * rowMeans(own, na.rm = TRUE), NA)
})
overall <- ifelse(rowSums(!is.na(score)) >= 2 / 3 * length(dims) - 1e-9, rowMeans(score, na.rm = TRUE), NA)
score <- cbind(overall = overall, score)
first <- which(answers$wave == "2025"); second <- which(answers$wave == "2026")
pair <- match(answers$respondent_id[first], answers$respondent_id[second])
out <- lapply(colnames(score), function(m) {
  a <- score[first, m]; b <- score[second[pair], m]
  ok <- !is.na(a) & !is.na(b)
  d <- round(b[ok] - a[ok], 9)
  # From the rounded changes, so that equal changes are ties.
  test <- wilcoxsign_test(d ~ zero, data = data.frame(d, zero = 0), zero.method = "Pratt", distribution = "exact")
  ranks <- rank(abs(d)); up <- sum(ranks[d > 0]); down <- sum(ranks[d < 0])
  means <- tapply(d, answers$organisation[first][ok], mean)
  signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(means))))
  sums <- abs(signs %*% means)
  list(measure = m, n = length(d), median_first = median(a[ok]), median_second = median(b[ok]), rose = sum(d > 0), same = sum(d == 0), fell = sum(d < 0), statistic = up,
    p = as.numeric(pvalue(test)), effect = (up - down) / (up + down),
    sign_p = binom.test(sum(d > 0), sum(d != 0))$p.value,
    organisations = length(means), changed = sum(abs(means) > 1e-9), mean_change = mean(means),
    organisations_p = mean(sums >= abs(sum(means)) - 1e-9))
})
holm <- function(rows) for (name in c("p", "sign_p", "organisations_p")) {
  p <- p.adjust(sapply(out[rows], function(r) r[[name]]), "holm")
  for (i in seq_along(rows)) out[[rows[i]]][[c(p = "holm", sign_p = "sign_holm", organisations_p = "organisations_holm")[name]]] <<- p[i]
}
holm(1); holm(2:12)
number <- function(x) if (is.character(x)) paste0('"', x, '"') else format(x, digits = 15)
cat("[\n", paste0("  {", sapply(out, function(r) paste0('"', names(r), '": ', sapply(r, number), collapse = ", ")), "}",
  collapse = ",\n"), "\n]\n", sep = "")
