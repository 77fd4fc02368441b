# Times one model in R: peer_models.R TASK FOLDER REPETITIONS; prints one JSON object.
arguments <- commandArgs(trailingOnly = TRUE)
task <- arguments[1]; folder <- arguments[2]; repetitions <- as.integer(arguments[3])
codes <- function(name, n) as.integer(readBin(file.path(folder, name), "raw", n))
numbers <- function(name, n) readBin(file.path(folder, name), "double", n, endian = "little")
if (task == "odds") {
  suppressPackageStartupMessages(library(ordinal))
  n <- 1e5
  people <- data.frame(answer = factor(codes("answer", n), ordered = TRUE), type = factor(codes("type", n)), kind = factor(codes("kind", n)))
  body <- function() {
    found <- summary(clm(answer ~ type + kind, data = people))$coefficients
    c(found[, 1], found[-(1:4), 2])
  }
} else {
  suppressPackageStartupMessages(library(lme4))
  n <- 20000
  people <- data.frame(score = numbers("scores", n), type = factor(codes("score_types", n)), organisation = factor(numbers("organisations", n)))
  body <- function() {
    model <- lmer(score ~ type + (1 | organisation), people)
    variances <- as.data.frame(VarCorr(model))$vcov
    c(fixef(model), sqrt(diag(as.matrix(vcov(model)))), variances)
  }
}
seconds <- processor <- numeric(repetitions)
for (place in seq_len(repetitions)) {
  taken <- system.time(result <- body())
  seconds[place] <- taken[["elapsed"]]
  processor[place] <- taken[["user.self"]] + taken[["sys.self"]]
}
status <- readLines("/proc/self/status")
peak <- as.numeric(gsub("[^0-9]", "", status[grepl("^VmHWM", status)])) %/% 1024
list <- function(x) paste0("[", paste(format(x, digits = 17), collapse = ", "), "]")
cat("{\"times\": ", list(seconds), ", \"cpu\": ", list(processor), ", \"megabytes\": ", peak, ", \"result\": ", list(result), "}\n", sep = "")
