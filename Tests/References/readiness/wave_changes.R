# What wave_changes.json holds, by R 4.2.2: run from the repository's root as
# Rscript Tests/References/readiness/wave_changes.R > Tests/References/readiness/wave_changes.json
# `small`: one organisation, people there twice, once before and once after; the partially overlapping samples' test T_new2 of Derrick et al.
# (2017) by its formula, and t.test where it must agree: everybody twice (paired) and nobody twice (Welch).
# `example`: Surveys/examples/two-waves.csv, scores made anew from the answers; change of the mean as the slope of a regression of scores on
# the wave, its error by the sandwich of summed organisations times G / (G - 1), in matrices.
a <- c(41, 52, 38.5, 60, 47); b <- c(55, 49, 63, 58.5); x <- c(44, 51, 62, 39, 57, 48); y <- c(50, 49.5, 70, 47, 61, 47)
overlap <- function(a, b, x, y) {
  one <- c(a, x); two <- c(b, y); n1 <- length(one); n2 <- length(two); nc <- length(x); na <- length(a); nb <- length(b)
  v1 <- var(one) / n1; v2 <- var(two) / n2
  r <- if (nc > 2) cor(x, y) else 0
  se <- sqrt(v1 + v2 - 2 * r * sd(one) * sd(two) * nc / (n1 * n2))
  gamma <- (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
  df <- (nc - 1) + (gamma - nc + 1) / (na + nb + 2 * nc) * (na + nb)
  d <- mean(two) - mean(one)
  c(d, se, df, d - qt(.975, df) * se, d + qt(.975, df) * se)
}
plain <- function(t) c(unname(t$estimate["mean of x"] - t$estimate["mean of y"]), t$stderr, unname(t$parameter), t$conf.int)
both <- t.test(y, x, paired = TRUE)
detectable <- function(se, df) se * uniroot(function(n) pt(qt(.975, df), df, n, lower.tail = FALSE) - .8, c(0, 20), tol = 1e-12)$root
answers <- read.csv("Surveys/examples/two-waves.csv", colClasses = "character")
items <- read.csv("Surveys/barriers-short/items.csv", colClasses = "character")
items <- items[items$dimension != "", ]
dims <- sort(unique(items$dimension))
steps <- sapply(seq_len(nrow(items)), function(i) {
  value <- suppressWarnings(as.numeric(answers[[items$code[i]]]))
  if (items$keying[i] == "enabler") value - 1 else 5 - value
})
score <- sapply(dims, function(d) {
  own <- steps[, items$dimension == d, drop = FALSE]
  ifelse(rowSums(!is.na(own)) >= 2, 25 * rowMeans(own, na.rm = TRUE), NA)
})
overall <- ifelse(rowSums(!is.na(score)) >= 2 / 3 * length(dims) - 1e-9, rowMeans(score, na.rm = TRUE), NA)
score <- cbind(overall = overall, score)
clustered <- function(value, wave, cluster) {
  X <- cbind(1, wave); bread <- solve(crossprod(X)); beta <- bread %*% crossprod(X, value); e <- as.vector(value - X %*% beta)
  meat <- Reduce(`+`, lapply(split(seq_along(e), cluster), function(i) tcrossprod(crossprod(X[i, , drop = FALSE], e[i]))))
  g <- length(unique(cluster)); se <- sqrt((g / (g - 1) * bread %*% meat %*% bread)[2, 2])
  c(beta[2], se, g - 1)
}
id <- answers$respondent_id; wave <- as.integer(answers$wave == "2026")
example <- lapply(colnames(score), function(m) {
  here <- !is.na(score[, m]); times <- table(id[here])[id]; times[is.na(times)] <- 0
  parts <- list(everybody = here, paired = here & times == 2, unpaired = here & times == 1)
  list(measure = m, n = c(sum(here & times == 2) / 2, sum(here & times == 1 & wave == 0), sum(here & times == 1 & wave == 1)),
    estimates = lapply(parts, function(p) clustered(score[p, m], wave[p], answers$organisation[p])))
})
list1 <- function(x) paste0("[", paste(format(x, digits = 15, trim = TRUE), collapse = ", "), "]")
all <- overlap(a, b, x, y)
cat("{\n", '  "a": ', list1(a), ', "b": ', list1(b), ', "x": ', list1(x), ', "y": ', list1(y), ",\n",
  '  "overlap": ', list1(c(all, qt(.975, all[3]) * all[2], detectable(all[2], all[3]))), ",\n",
  '  "paired": ', list1(c(unname(both$estimate), both$stderr, unname(both$parameter), both$conf.int)), ",\n",
  '  "welch": ', list1(plain(t.test(b, a))), ",\n", '  "example": [\n',
  paste(sapply(example, function(e) paste0('    {"measure": "', e$measure, '", "n": ', list1(e$n), ', ', paste0('"', names(e$estimates), '": ',
    sapply(e$estimates, list1), collapse = ", "), "}")), collapse = ",\n"), "\n  ]\n}\n", sep = "")
