# Differences of two groups in organisations by lmerTest and clubSandwich (versions in the output), on made-up scores.
# Run from the repository's root: Rscript Tests/References/readiness/models.R > Tests/References/readiness/models.json
suppressMessages({library(lmerTest); library(clubSandwich)})
made <- function(seed, sizes, share, spread) {
  set.seed(seed)
  do.call(rbind, lapply(seq_along(sizes), function(o) {
    first <- if (is.na(share[o])) rbinom(sizes[o], 1, 0.5) else rep(share[o], sizes[o])
    score <- 50 + spread * rnorm(1) + 8 * first + 18 * rnorm(sizes[o])
    data.frame(organisation = o, first = first, score = pmin(100, pmax(0, 12.5 * round(score / 12.5))))
  }))
}
cohorts <- list(
  mixed = made(1, c(8, 6, 7, 9, 5, 6, 8, 7, 6, 10, 7, 9), c(NA, NA, 1, 0, NA, NA, 0, NA, 1, NA, NA, NA), 14),
  whole = made(2, c(5, 7, 6, 8, 5, 6, 9, 7, 6, 8), rep(c(0, 1), 5), 12),
  seven = made(3, c(9, 8, 7, 9, 6, 8, 10), c(NA, NA, 1, NA, 0, NA, NA), 16),
  boundary = made(8, c(6, 7, 5, 8, 6, 7), c(NA, NA, NA, 1, 0, NA), 0))
number <- function(x) paste0("[", paste(format(x, digits = 15, trim = TRUE), collapse = ", "), "]")
out <- sapply(names(cohorts), function(name) {
  d <- cohorts[[name]]
  mixed <- lmer(score ~ first + (1 | organisation), d, control = lmerControl(optCtrl = list(xtol_abs = 1e-10, ftol_abs = 1e-12)))
  row <- coef(summary(mixed))["first", ]
  linear <- lm(score ~ first, d)
  robust <- coef_test(linear, vcovCR(linear, d$organisation, "CR2"), test = "Satterthwaite")["first", ]
  paste0('  {"name": "', name, '", "organisation": ', number(d$organisation), ', "first": ', number(d$first),
    ', "score": ', number(d$score), ',\n   "boundary": ', tolower(isSingular(mixed)), ', "intercept": ', number(row),
    ', "robust": ', number(c(robust$beta, robust$SE, robust$df, robust$tstat, robust$p_Satt)), "}")
})
cat("[\n", paste(out, collapse = ",\n"), "\n]\n", sep = "")
