# Times bootstrap ranks in R's boot, people as strata of their organisation: peer_ranks.R FOLDER REPETITIONS; prints one JSON object.
suppressPackageStartupMessages(library(boot))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
repetitions <- as.integer(arguments[2])
people <- matrix(readBin(file.path(folder, "people"), "double", 500 * 200 * 22, endian = "little"), ncol = 22, byrow = TRUE)
organisation <- rep(seq_len(500), each = 200)
statistic <- function(data, rows) {
  # Redraws stay in their organisation's rows, so sums go by blocks of 200.
  means <- rowsum(data[rows, ], organisation, reorder = FALSE) / 200
  weights <- colMeans(means[, 12:22])
  rank(-as.vector(means[, 1:11] %*% weights), ties.method = "min")
}
set.seed(7)
seconds <- processor <- numeric(repetitions)
for (place in seq_len(repetitions)) {
  taken <- system.time({
    ranks <- boot(people, statistic, R = 1000, strata = organisation)$t
    low <- apply(ranks, 2, quantile, 0.05)
    high <- apply(ranks, 2, quantile, 0.95)
    result <- c(mean(high - low), mean(abs(colMeans(ranks) - low)))
  })
  seconds[place] <- taken[["elapsed"]]
  processor[place] <- taken[["user.self"]] + taken[["sys.self"]]
}
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", status[grepl("^VmHWM", status)])) %/% 1024
list <- function(x) paste0("[", paste(format(x, digits = 17), collapse = ", "), "]")
cat("{\"times\": ", list(seconds), ", \"cpu\": ", list(processor), ", \"megabytes\": ", peak, ", \"result\": ", list(result), "}\n", sep = "")
