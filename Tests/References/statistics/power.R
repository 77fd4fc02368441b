# What power.json holds, by R 4.2.2: Rscript power.R > power.json
# Both tails (strict = TRUE), unequal groups by Welch's degrees of freedom for equal spreads, and k unequal groups by the
# noncentral F with means +-1/2 in the two smallest groups and 0 elsewhere.
both <- function(d, n1, n2, deff = 1, df = NULL, alpha = .05) {
  a <- 1 / n1; b <- 1 / n2
  if (is.null(df)) df <- (a + b)^2 / (a^2 / (n1 - 1) + b^2 / (n2 - 1))
  crit <- qt(1 - alpha / 2, df); ncp <- d / sqrt(deff * (a + b))
  pt(crit, df, ncp, lower.tail = FALSE) + pt(-crit, df, ncp)
}
root <- function(f) uniroot(f, c(1e-6, 20), tol = 1e-13)$root
groups <- function(d, n, alpha = .05) {
  m <- numeric(length(n)); o <- order(n); m[o[1]] <- .5; m[o[2]] <- -.5
  ncp <- d^2 * sum(n * (m - weighted.mean(m, n))^2)
  df2 <- sum(n) - length(n)
  pf(qf(1 - alpha, length(n) - 1, df2), length(n) - 1, df2, ncp, lower.tail = FALSE)
}
out <- c(
  power_20_20_strict = power.t.test(n = 20, delta = .8, strict = TRUE)$power,
  mde_8_8_strict = root(function(d) both(d, 8, 8) - .8),
  n_strict = uniroot(function(n) both(.5, n, n) - .8, c(2, 1000), tol = 1e-11)$root,
  power_5_20 = both(1.2, 5, 20),
  mde_5_20 = root(function(d) both(d, 5, 20) - .8),
  mde_organisations_6_6 = root(function(d) both(d, 6, 6, deff = 1.6 / 7, df = 10) - .8),
  mde_family_40_30 = root(function(d) both(d, 40, 30, alpha = .05 / 11) - .8),
  mde_groups_6_9_14 = root(function(d) groups(d, c(14, 6, 9)) - .8),
  power_anova = power.anova.test(groups = 5, n = 20, between.var = .1, within.var = 1)$power)
cat("{\n", paste0('  "', names(out), '": ', format(out, digits = 15, trim = TRUE), collapse = ",\n"), "\n}\n", sep = "")
