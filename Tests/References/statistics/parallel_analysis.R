# Parallel analysis by rearranged columns, 4,000 times, with base R alone. Run in this folder: Rscript parallel_analysis.R
d <- read.csv("data/survey160_items_complete.csv")
x <- as.matrix(d[, sprintf("b%02d", 1:11)])
set.seed(20)
one <- function(method) {
  draws <- replicate(4000, eigen(cor(apply(x, 2, sample), method = method), only.values = TRUE)$values)
  list(eigenvalues = eigen(cor(x, method = method))$values, mean = rowMeans(draws),
       quantile95 = apply(draws, 1, quantile, 0.95, type = 7, names = FALSE))
}
writeLines(jsonlite::toJSON(list(source = paste("R", getRversion()), pearson = one("pearson"), spearman = one("spearman"),
  spearman_correlations = unname(cor(x, method = "spearman"))), auto_unbox = TRUE, digits = NA, pretty = TRUE), "parallel_analysis.json")
