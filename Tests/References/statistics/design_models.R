# Regressions of a population on the survey of 160 with strata, organisations and populations, and with plain weights, by survey.
# Run in this folder: Rscript design_models.R
suppressPackageStartupMessages(library(survey))
d <- read.csv("data/survey160_items_complete.csv")
d$weight <- read.csv("data/survey160.csv")$weight
d$scale <- rowMeans(d[, sprintf("b%02d", 1:11)])
d$number <- as.integer(sub("ORG", "", d$org))
d$stratum <- d$number %% 3
d$population <- c(20, 30, 12)[d$stratum + 1]
d$answer <- factor(d$b01, ordered = TRUE)
full <- svydesign(id = ~org, strata = ~stratum, weights = ~weight, fpc = ~population, data = d)
plain <- svydesign(id = ~1, weights = ~weight, data = d)
linear <- function(design) {
  m <- svyglm(scale ~ type, design)
  s <- summary(m)$coefficients
  f <- regTermTest(m, ~type)
  list(estimate = as.numeric(s[, 1]), se = as.numeric(s[, 2]), p = as.numeric(s[, 4]), df = m$df.residual,
       F = as.numeric(f$Ftest), F_p = as.numeric(f$p), F_ddf = f$ddf)
}
ordinal <- function(design) {
  m <- svyolr(answer ~ type, design)
  # The search stops early: a second run from where it stopped.
  m <- svyolr(answer ~ type, design, start = c(coef(m, intercept = FALSE), m$zeta), control = list(reltol = 1e-16))
  s <- sqrt(diag(vcov(m)))
  list(coefficient = as.numeric(m$coefficients), se = as.numeric(s[seq_along(m$coefficients)]),
       threshold = as.numeric(m$zeta), threshold_se = as.numeric(s[-seq_along(m$coefficients)]), df = m$df.residual)
}
writeLines(jsonlite::toJSON(list(
  source = paste("R", getRversion(), "with survey", packageVersion("survey")),
  full = linear(full), plain = linear(plain), ordinal_full = ordinal(full), ordinal_plain = ordinal(plain)
), auto_unbox = TRUE, digits = NA, pretty = TRUE), "design_models.json")
