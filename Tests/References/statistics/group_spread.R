# Tests of spread, the F test and its post hoc tests, Quade's test, and the Hodges-Lehmann shift.
# Run in this folder: Rscript group_spread.R > group_spread.json   (R 4.2.2, car 3.1-1, multcomp 1.4-22, jsonlite 1.8)
suppressMessages({library(car); library(multcomp)})
d <- read.csv("data/survey160_items_complete.csv")
d$y <- rowMeans(d[, sprintf("b%02d", 1:11)])
one <- function(y, g) {
  g <- factor(g); f <- data.frame(y = y, g = g)
  a <- summary(aov(y ~ g, f))[[1]]; tk <- TukeyHSD(aov(y ~ g, f))$g
  lt <- function(c) { l <- leveneTest(y ~ g, f, center = c); list(F = l[1, "F value"], df = l$Df, p = l[1, "Pr(>F)"]) }
  test <- function(t) list(statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value)
  list(groups = unname(split(y, g)),
       anova = list(F = a[1, "F value"], df = a$Df, p = a[1, "Pr(>F)"], ms = a[, "Mean Sq"]),
       brown_forsythe = lt(median), levene = lt(mean), bartlett = test(bartlett.test(y ~ g, f)),
       # Whole numbers, so that equal distances are tied: y is in tenths or elevenths.
       fligner = test(fligner.test(round(y * 110) ~ g, f)),
       tukey = list(pairs = rownames(tk), diff = -tk[, "diff"], p = tk[, "p adj"]))
}
dunnett <- function(y, g) {
  g <- factor(g); s <- summary(glht(aov(y ~ g), linfct = mcp(g = "Dunnett")), test = adjusted(abseps = 1e-9, maxpts = 1e6))
  list(groups = unname(split(y, g)), t = unname(s$test$tstat), p = unname(c(s$test$pvalues)))
}
shift <- function(x, y) {
  w <- wilcox.test(x, y, conf.int = TRUE, exact = TRUE)
  a <- suppressWarnings(wilcox.test(x, y, conf.int = TRUE, exact = FALSE))
  list(x = x, y = y, estimate = unname(median(outer(x, y, "-"))), exact_ci95 = as.vector(w$conf.int))
}
quade <- function(m) { q <- quade.test(m); list(blocks = m, F = unname(q$statistic), df = unname(q$parameter), p = q$p.value) }
set.seed(3)
cases <- list(
  groups = list(scale_by_type = one(d$y, d$type), item_by_type = one(d$b01, d$type),
                small = one(c(2.9, 3, 2.5, 2.6, 3.2, 3.8, 2.7, 4, 2.4, 2.8, 3.4, 3.7, 2.2, 2), rep(1:3, c(5, 4, 5)))),
  dunnett = list(unequal = dunnett(c(2.9, 3, 2.5, 2.6, 3.2, 3.8, 2.7, 4, 2.4, 2.8, 3.4, 3.7, 2.2, 2, 4.4, 3.9), rep(1:4, c(5, 4, 5, 2)))),
  shift = list(hollander = shift(c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), c(1.15, 0.88, 0.90, 0.74, 1.21)),
               six = shift(c(1.1, 2.3, 3.7, 4.2, 5.9, 6.4), c(2.05, 3.3, 4.85, 6.6, 7.15, 9.5))),
  quade = list(shops = quade(matrix(c(5, 4, 7, 10, 12, 1, 3, 1, 0, 2, 16, 12, 22, 22, 35, 5, 4, 3, 5, 4, 10, 9, 7, 13, 10, 19, 18, 28, 37, 58, 10, 7, 6, 8, 7), nrow = 7, byrow = TRUE)),
               tied = quade(matrix(c(1, 2, 2, 3, 3, 3, 4, 1, 5, 2, 2, 4, 5, 1, 1), nrow = 5, byrow = TRUE)),
               # Hundredths as whole numbers: on decimals quade.test breaks ties between ranges by rounding noise.
               rounding = quade(round(100 * matrix(unlist(jsonlite::fromJSON("friedman_hollander_rounding.json")$inputs$matrix_rows_are_blocks), ncol = 3)))))
cat(jsonlite::toJSON(list(source = "R 4.2.2 aov, TukeyHSD, bartlett.test, fligner.test, quade.test, wilcox.test; car 3.1-1 leveneTest; multcomp 1.4-22 glht", cases = cases), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
