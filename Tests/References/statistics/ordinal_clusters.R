# Proportional odds of one survey item by type, people clustered in organisations. Run in this folder: Rscript ordinal_clusters.R
suppressPackageStartupMessages({library(ordinal); library(sandwich)})
d <- read.csv("data/survey160_items_complete.csv")
d$y <- factor(d$b01, ordered = TRUE)
d$type <- factor(d$type)
m <- clm(y ~ type, data = d, control = clm.control(gradTol = 1e-10))
robust <- vcovCL(m, cluster = d$org, type = "HC0", cadjust = TRUE)
without <- clm(y ~ 1, data = d)
d$user <- as.numeric(d$type == "service_user")
d$third <- as.numeric(d$type == "third_sector")
two <- clm(y ~ user + third, data = d, control = clm.control(gradTol = 1e-10))
free <- clm(y ~ third, nominal = ~ user, data = d, control = clm.control(gradTol = 1e-10))
cuts <- length(levels(d$y)) - 1
writeLines(jsonlite::toJSON(list(
  source = paste("R", getRversion(), "with ordinal", packageVersion("ordinal"), "and sandwich", packageVersion("sandwich")),
  types = levels(d$type), thresholds = unname(m$alpha), estimates = unname(m$beta), se = unname(sqrt(diag(vcov(m)))[-(1:cuts)]),
  logLik = as.numeric(logLik(m)), se_cr1 = unname(sqrt(diag(robust))[-(1:cuts)]), clusters = length(unique(d$org)),
  nominal_LRT_user = 2 * as.numeric(logLik(free) - logLik(two)), nominal_df = cuts - 1,
  nominal_p_user = pchisq(2 * as.numeric(logLik(free) - logLik(two)), cuts - 1, lower.tail = FALSE),
  # A free coefficient of a threshold falls as that of the answers rises.
  user_per_cut = -unname(free$alpha[paste0(names(two$alpha), ".user")]),
  user_per_cut_se = unname(sqrt(diag(vcov(free)))[paste0(names(two$alpha), ".user")]),
  LR_without = 2 * as.numeric(logLik(m) - logLik(without)),
  LR_without_first_two = 2 * as.numeric(logLik(m) - logLik(two))
), auto_unbox = TRUE, digits = NA, pretty = TRUE), "ordinal_clusters.json")
