# ICC(1) of organisations of unequal sizes, by R's own analysis of variance (aov) and its F quantiles.
# Run in this folder: Rscript icc_unbalanced.R > icc_unbalanced.json   (R 4.2.2, jsonlite 1.8)
options(digits = 17)
d <- read.csv("data/survey160_items_complete.csv")
d$y <- rowMeans(d[, sprintf("b%02d", 1:11)])
one <- function(y, g) {
  g <- factor(g)
  a <- summary(aov(y ~ g))[[1]]
  msb <- a[1, "Mean Sq"]; msw <- a[2, "Mean Sq"]; f <- a[1, "F value"]
  df <- a[, "Df"]
  n <- as.vector(table(g)); N <- sum(n)
  k0 <- (N - sum(n^2) / N) / (length(n) - 1)
  icc <- (msb - msw) / (msb + (k0 - 1) * msw)
  fl <- f / qf(.975, df[1], df[2]); fu <- f * qf(.975, df[2], df[1])
  list(n = n, mean = as.vector(tapply(y, g, mean)), values = unname(split(y, g)),
       F = f, df = df, p = a[1, "Pr(>F)"], k0 = k0, icc1 = icc,
       icc1_ci95 = c((fl - 1) / (fl + k0 - 1), (fu - 1) / (fu + k0 - 1)),
       icc2 = (msb - msw) / msb, icc2_ci95 = c(1 - 1 / fl, 1 - 1 / fu),
       deff = 1 + (sum(n^2) / N - 1) * max(0, icc))
}
set.seed(1)
cases <- list(
  scale_by_organisation = one(d$y, d$org),
  item_by_organisation = one(d$b05, d$org),
  singletons_among_them = one(c(3, 4, 4, 2, 5, 1, 1, 2, 5), c("a", "a", "a", "b", "c", "d", "d", "d", "d")),
  negative = one(c(1, 5, 1, 5, 2, 4, 1, 5), c(1, 1, 2, 2, 2, 3, 3, 3)))
cat(jsonlite::toJSON(list(source = "R 4.2.2 aov, qf", cases = cases), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
