# Times one comparison in R: peer_r.R PACKAGE TASK FILE REPETITIONS RESAMPLES; prints one JSON object.
arguments <- commandArgs(trailingOnly = TRUE)
package <- arguments[1]
task <- arguments[2]
repetitions <- as.integer(arguments[4])
resamples <- as.integer(arguments[5])
suppressPackageStartupMessages(library(package, character.only = TRUE))
data <- read.table(arguments[3], col.names = c("group", "value"))
data$type <- factor(data$group)
set.seed(7)
body <- switch(paste(package, task),
  "coin exact" = function() as.numeric(pvalue(wilcox_test(value ~ type, data, distribution = "exact"))),
  "coin permutation" = function()
    as.numeric(pvalue(wilcox_test(value ~ type, data, distribution = approximate(nresample = resamples)))),
  # One column: the F of the ranks rises with the distance of the rank sum, so the p is that of the rank test.
  "vegan permutation" = function() {
    ranks <- rank(data$value)
    result <- permutest(rda(ranks ~ type, data), permutations = resamples)
    (1 + sum(result$F.perm >= result$F.0 * (1 - 1e-9))) / (resamples + 1)
  },
  function() {
    values <- data$value
    draws <- boot(values, function(x, rows) mean(x[rows]), R = resamples)
    boot.ci(draws, type = "bca")$bca[4:5]
  })
seconds <- processor <- numeric(repetitions)
for (place in seq_len(repetitions)) {
  taken <- system.time(result <- body())
  seconds[place] <- taken[["elapsed"]]
  processor[place] <- taken[["user.self"]] + taken[["sys.self"]]
}
list <- function(x) paste0("[", paste(format(x, digits = 17), collapse = ", "), "]")
cat("{\"times\": ", list(seconds), ", \"cpu\": ", list(processor), ", \"result\": ", list(result), "}\n", sep = "")
