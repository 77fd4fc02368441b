# A second road to the demo's numbers, in base R from the definitions in the documentation, not from our code:
#   Rscript check_demo.R FOLDER      (the folder that Scripts/demo wrote)
# Prints what it compared and stops with status 1 at the first figure that differs by more than 1e-9 (relative).

args <- commandArgs(trailingOnly = TRUE)
folder <- args[1]
surveys <- file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])), "../../../Surveys")
compared <- 0
agree <- function(what, ours, theirs, tolerance = 1e-9) {
  ours <- as.numeric(ours); theirs <- as.numeric(theirs)
  stopifnot(length(ours) == length(theirs))
  bad <- which(is.na(ours) != is.na(theirs) |
                 (!is.na(ours) & !is.na(theirs) & abs(ours - theirs) > tolerance * pmax(1, abs(theirs))))
  if (length(bad) > 0) {
    cat("DIFFERS:", what, "at", bad[1], "file", ours[bad[1]], "R", theirs[bad[1]], "\n")
    quit(status = 1)
  }
  compared <<- compared + length(ours)
}
read <- function(...) read.csv(file.path(folder, ...), check.names = FALSE, stringsAsFactors = FALSE, na.strings = "",
                               encoding = "UTF-8", colClasses = "character")

# 1. The published budget table.
budget <- read.csv(file.path(surveys, "examples/budget_responses.csv"), check.names = FALSE, encoding = "UTF-8")
points <- as.matrix(budget[, -(1:3)])
out <- read("budget", "allocations.csv")
agree("budget mean", out$mean, colMeans(points))
agree("budget published AVG", floor(as.numeric(out$mean) + 0.5), c(6, 19, 23, 9, 9, 9, 11, 2, 1, 1, 11))
agree("budget median", out$median, apply(points, 2, median))
agree("budget share of zero", out$share_zero, colMeans(points == 0))
agree("budget rank", out$rank, rank(-colMeans(points)))
by.organisation <- apply(points, 2, function(x) mean(tapply(x, budget$organisation, mean)))
agree("budget organisation mean", out$organisation_mean, by.organisation)
logit.t <- function(x, unit = 0.05, level = 0.95) {
  x <- x / 100; n <- length(x)
  m <- max(mean(x), unit / 20); se <- max(sd(x) / sqrt(n), unit / n)
  plogis(qlogis(m) + c(-1, 1) * qt(1 - (1 - level) / 2, n - 1) * se / (m * (1 - m))) * 100
}
chosen <- colSums(points) > 0
limits <- apply(points, 2, logit.t)
agree("budget interval, lower", as.numeric(out$mean_low)[chosen], limits[1, chosen])
agree("budget interval, upper", out$mean_high, limits[2, ])

# 2. The simulated cohort: scores from the answers.
cohort <- read("cohort.csv")
items <- read.csv(file.path(surveys, "barriers-standard/items.csv"), stringsAsFactors = FALSE, encoding = "UTF-8")
items <- items[grepl("^d[0-9]{2}q[1-5]$", items$code), ]
ready <- sapply(items$code, function(code) {
  x <- suppressWarnings(as.numeric(cohort[[code]]))
  if (items$keying[items$code == code] == "enabler") 25 * (x - 1) else 25 * (5 - x)
})
scale.mean <- function(columns) {
  part <- ready[, columns, drop = FALSE]
  answered <- rowSums(!is.na(part))
  ifelse(answered >= max(2, ceiling(length(columns) / 2)), rowMeans(part, na.rm = TRUE), NA)
}
dimensions <- sprintf("d%02d", 1:11)
person <- sapply(dimensions, function(d) scale.mean(items$code[items$dimension == d]))
facet.names <- c(cm = "co_commission", de = "co_design", dl = "co_deliver", as = "co_assess", s1 = "map_it",
                 s2 = "focus_it", s3 = "people_it", s4 = "market_it", s5 = "grow_it")
seed.names <- c(CM = "cm", DE = "de", DL = "dl", AS = "as", MAP = "s1", FOCUS = "s2", PEOPLE = "s3", MARKET = "s4", GROW = "s5")
bank.facets <- lapply(strsplit(trimws(items$facets), "[ ;,]+"), function(f) {
  f <- ifelse(f %in% names(seed.names), seed.names[f], tolower(f)); unname(f)
})
facets <- sapply(names(facet.names), function(f) scale.mean(items$code[sapply(bank.facets, function(x) f %in% x)]))
colnames(facets) <- facet.names
present <- rowSums(!is.na(person))
overall <- ifelse(present / 11 >= 2 / 3, rowMeans(person, na.rm = TRUE), NA)
voices <- facets[, c("co_commission", "co_design", "co_assess")]
voice <- ifelse(rowSums(!is.na(voices)) >= 2, rowMeans(voices, na.rm = TRUE), NA)
people <- cbind(person, facets, voice = voice)

scores <- read("cohort", "scores.csv")
wanted <- scores[scores$level == "organisation" & scores$weighting == "respondents_equal", ]
group.mean <- function(rows, measure) if (measure == "overall") {
  m <- colMeans(person[rows, , drop = FALSE], na.rm = TRUE)
  if (mean(!is.nan(m)) >= 2 / 3) mean(m, na.rm = TRUE) else NA
} else mean(people[rows, measure], na.rm = TRUE)
for (measure in c("overall", colnames(people))) {
  rows <- wanted[wanted$measure == measure & wanted$status == "ok", ]
  agree(paste("organisation", measure), rows$value,
        sapply(rows$organisation, function(o) group.mean(cohort$organisation == o, measure)))
  if (measure != "overall") {
    t.interval <- sapply(rows$organisation, function(o) {
      x <- people[cohort$organisation == o, measure]; x <- x[!is.na(x)]; n <- length(x)
      if (n < 5) c(NA, NA, sd(x), n) else c(pmin(100, pmax(0, mean(x) + c(-1, 1) * qt(.975, n - 1) * sd(x) / sqrt(n))), sd(x), n)
    })
    agree(paste("low", measure), rows$low, t.interval[1, ])
    agree(paste("high", measure), rows$high, t.interval[2, ])
    agree(paste("sd", measure), rows$sd, t.interval[3, ])
    agree(paste("n", measure), rows$n, t.interval[4, ])
  }
}
# Limits are rounded outwards to a part of the longer side where the people of organisations are hidden.
limits.told <- function(limits, half, people, is.told) {
  gone <- people[!is.told & people > 0]; share <- sum(gone) / sum(people)
  if (length(gone) == 0) return(limits)
  if (length(gone) < 3 && share > 0.5) return(c(NA, NA))
  step <- half / (if (length(gone) >= 20 || share <= 0.002) 1000 else if (length(gone) >= 8 || share <= 0.02) 100 else 10)
  power <- 10^floor(log10(step)); unit <- power * c(1, 2, 5, 10)[match(TRUE, power * c(1, 2, 5, 10) >= step * (1 - 1e-12))]
  c(floor((limits[1] + 1e-9) / unit), ceiling((limits[2] - 1e-9) / unit)) * unit
}
for (measure in c("overall", colnames(people))) {
  row <- scores[scores$level == "cohort" & scores$weighting == "respondents_equal" & scores$measure == measure, ]
  agree(paste("cohort", measure), row$value, group.mean(rep(TRUE, nrow(cohort)), measure))
  # Organisations are the independent units: each one's summed, linearised parts.
  parts <- function(x) ifelse(is.na(x), 0, (x - mean(x, na.rm = TRUE)) / sum(!is.na(x)))
  part <- if (measure == "overall") rowMeans(apply(person, 2, parts)) else parts(people[, measure])
  u <- tapply(part, cohort$organisation, sum); units <- length(u)
  half <- qt(.975, units - 1) * sqrt(units / (units - 1) * sum(u^2))
  people.in <- tapply(if (measure == "overall") !is.na(overall) else !is.na(people[, measure]), cohort$organisation, sum)
  open <- wanted$organisation[wanted$measure == measure & wanted$status == "ok"]
  limits <- limits.told(as.numeric(row$value) + c(-1, 1) * half, half, people.in, names(people.in) %in% open)
  agree(paste("cohort low", measure), row$low, limits[1])
  agree(paste("cohort high", measure), row$high, limits[2])
}

# 3. Ranks: before rounding, ties sharing the smallest, only organisations that are published.
profiles <- read("cohort", "profiles.csv")
ranked <- profiles[!is.na(profiles$rank), ]
agree("rank", ranked$rank, rank(-sapply(ranked$organisation, function(o) group.mean(cohort$organisation == o, "overall")),
                               ties.method = "min"))
scored <- table(factor(cohort$organisation[!is.na(overall)], levels = unique(cohort$organisation)))
stopifnot(all(scored[ranked$organisation] >= 5))

# 4. Comparisons across roll-ups.
roll.up <- c(senior_commissioner = "commissioner", middle_management_commissioner = "commissioner",
             provider_manager = "provider", front_line_worker = "provider", third_sector_manager = "third_sector",
             third_sector_user_advocacy = "third_sector", third_sector_regional_engagement_manager = "third_sector",
             service_user = "citizen", carer = "citizen", community_member = "citizen",
             public_health_lead = "other", elected_member = "other", other = "other")[cohort$respondent_type]
comparisons <- read("cohort", "comparisons.csv")
values.of <- function(measure) if (measure == "overall") overall else people[, measure]
usable <- comparisons[comparisons$by == "roll_up" & comparisons$measure %in% c("overall", colnames(people)), ]
# Where the people of a row are not told, it has two digits.
pooled <- usable[usable$method == "kruskal_wallis" & usable$status == "ok" & !is.na(usable$n_a), ]
hidden <- names(which(table(roll.up) < 5))
for (i in seq_len(nrow(pooled))) {
  keep <- !(roll.up %in% hidden)
  test <- kruskal.test(round(values.of(pooled$measure[i])[keep], 9), factor(roll.up[keep]))
  agree(paste("Kruskal-Wallis", pooled$measure[i]), pooled$statistic[i], test$statistic)
}
pairs <- usable[usable$method == "mann_whitney" & usable$status == "ok" & !is.na(usable$n_a), ]
for (i in seq_len(nrow(pairs))) {
  x <- round(values.of(pairs$measure[i]), 9)
  a <- x[roll.up == pairs$group_a[i] & !is.na(x)]; b <- x[roll.up == pairs$group_b[i] & !is.na(x)]
  agree(paste("A12", pairs$measure[i]), pairs$effect[i], mean(outer(a, b, ">") + 0.5 * outer(a, b, "==")))
}
van.elteren <- function(x, g, stratum, a, b) {
  parts <- lapply(split(seq_along(x), stratum), function(rows) {
    rows <- rows[!is.na(x[rows]) & g[rows] %in% c(a, b)]
    n <- length(rows); one <- sum(g[rows] == a)
    if (one == 0 || one == n) return(c(0, 0, 0))
    r <- rank(x[rows])
    c(sum(r[g[rows] == a]) / (n + 1), one / 2, one * (n - one) / (n * (n - 1)) * sum((r - (n + 1) / 2)^2) / (n + 1)^2)
  })
  Reduce(`+`, parts)
}
stratified <- usable[usable$method == "van_elteren" & usable$status == "ok", ]
if (nrow(stratified) > 0) {
  set.seed(1)
  sample.of <- stratified[seq(1, nrow(stratified), length.out = min(12, nrow(stratified))), ]
  for (i in seq_len(nrow(sample.of))) {
    x <- round(values.of(sample.of$measure[i]), 9); a <- sample.of$group_a[i]; b <- sample.of$group_b[i]
    observed <- van.elteren(x, roll.up, cohort$organisation, a, b)
    keep <- which(!is.na(x) & roll.up %in% c(a, b))
    strata <- split(keep, cohort$organisation[keep])
    rank.within <- unlist(lapply(strata, function(s) rank(x[s]) / (length(s) + 1)))
    label <- roll.up[unlist(strata)] == a
    sizes <- lengths(strata); ends <- cumsum(sizes); starts <- ends - sizes + 1
    draws <- replicate(4000, {
      total <- 0
      for (s in seq_along(sizes)) {
        at <- starts[s]:ends[s]
        total <- total + sum(rank.within[at][sample.int(sizes[s])[seq_len(sum(label[at]))]])
      }
      total
    })
    centre <- sum(sapply(seq_along(sizes), function(s) sum(label[starts[s]:ends[s]]) / 2))
    p <- mean(abs(draws - centre) >= abs(sum(rank.within[label]) - centre) - 1e-9)
    ours <- as.numeric(sample.of$p[i])
    # p is rounded up where its digits would tell hidden numbers: by one unit of its last digit at most.
    unit <- 10^-nchar(sub("^0?[.]?", "", format(ours, scientific = FALSE)))
    noise <- 5 * sqrt(max(ours, 1 / 4000) * (1 - ours) / 4000) + 0.002
    if (p - ours > noise || ours - p > noise + unit) {
      cat("DIFFERS: van Elteren", sample.of$measure[i], a, b, "file", ours, "R", p, "\n"); quit(status = 1)
    }
    compared <- compared + 1
  }
}
for (family in unique(comparisons$family)) for (by in unique(comparisons$by)) {
  rows <- comparisons[comparisons$family == family & comparisons$by == by & comparisons$primary == "1" & !is.na(comparisons$p), ]
  if (nrow(rows) == 0) next
  if (all(rows$p_adjustment == "max_t")) {
    # Adjusted by permutation: never below the p of the factor alone, never above Bonferroni's within the pair.
    of.pair <- as.numeric(ave(rows$p, rows$group_a, rows$group_b, FUN = length))
    alone <- as.numeric(rows$p); adjusted <- as.numeric(rows$p_adjusted)
    if (any(adjusted < alone) || any(adjusted > pmin(1, of.pair * alone) + 0.01)) { cat("DIFFERS: max-T\n"); quit(status = 1) }
    next
  }
  if (grepl("pairs", family)) {
    for (measure in unique(rows$measure)) {
      part <- rows[rows$measure == measure, ]
      agree(paste("Holm", family, measure), part$p_adjusted, p.adjust(as.numeric(part$p), "holm"))
    }
  } else agree(paste("Holm", family), rows$p_adjusted, p.adjust(as.numeric(rows$p), "holm"))
}

# 5. What stands behind the comparisons: organisations, missing answers, the tests beside the primary rows.
unknown <- sapply(items$code, function(code) cohort[[code]] == "dk" & !is.na(cohort[[code]]))
# Every measure of every person, with the "don't know" answers of some people put at one end of the readiness scale.
rescored <- function(measure, at.top, at.bottom) {
  kept <- ready
  ready <<- ready
  ready[unknown & at.top] <<- 100; ready[unknown & at.bottom] <<- 0
  result <- if (measure == "overall") {
    d <- sapply(dimensions, function(d) scale.mean(items$code[items$dimension == d]))
    ifelse(rowSums(!is.na(d)) / 11 >= 2 / 3, rowMeans(d, na.rm = TRUE), NA)
  } else if (measure %in% dimensions) scale.mean(items$code[items$dimension == measure])
  else {
    facet <- names(facet.names)[facet.names == measure]
    scale.mean(items$code[sapply(bank.facets, function(x) facet %in% x)])
  }
  ready <<- kept
  result
}
items.of <- function(measure) {
  if (measure == "overall") seq_len(nrow(items))
  else if (measure %in% dimensions) which(items$dimension == measure)
  else { facet <- names(facet.names)[facet.names == measure]; which(sapply(bank.facets, function(x) facet %in% x)) }
}
icc.of <- function(x, organisation) {
  n <- tapply(x, organisation, length); m <- tapply(x, organisation, mean)
  G <- length(n); N <- sum(n)
  msb <- sum(n * (m - mean(x))^2) / (G - 1)
  msw <- sum((x - m[organisation])^2) / (N - G)
  k0 <- (N - sum(n^2) / N) / (G - 1)
  icc <- (msb - msw) / (msb + (k0 - 1) * msw)
  c(icc, 1 + (sum(n^2) / N - 1) * max(0, icc), G)
}
a12 <- function(a, b) mean(outer(a, b, ">") + 0.5 * outer(a, b, "=="))
stratified.a12 <- function(x, g, organisation, a, b) {
  parts <- sapply(split(seq_along(x), organisation), function(rows) {
    one <- x[rows][g[rows] == a]; two <- x[rows][g[rows] == b]
    if (length(one) == 0 || length(two) == 0) return(c(0, 0))
    w <- length(one) * length(two) / (length(one) + length(two) + 1)
    c(w, w * a12(one, two))
  })
  sum(parts[2, ]) / sum(parts[1, ])
}
# Organisations whose people of two roll-ups with a score on a measure are told: each of the two, or every roll-up there.
told.rows <- scores[scores$weighting == "respondents_equal" & scores$status == "ok" & !is.na(scores$n), ]
told.organisations <- function(measure, a, b) {
  own <- told.rows[told.rows$measure == measure, ]
  cells <- own[own$level == "organisation_type_cell" & own$group_by == "roll_up", ]
  Filter(function(o) {
    if (!(o %in% own$organisation[own$level == "organisation"])) return(FALSE)
    here <- cells$group[cells$organisation == o]
    present <- unique(roll.up[cohort$organisation == o & !is.na(values.of(measure))])
    setequal(unique(roll.up), c(a, b)) || all(c(a, b) %in% here) || all(present %in% here)
  }, unique(cohort$organisation))
}
# Whether it is told how two roll-ups are spread over organisations, and from it the steps per unit of an effect and of its limits, by how many organisations that hold both groups side by side do not tell the people of each,
# and how many of the people these have: Inf where all is told, NA where nothing but p is.
tells.spread <- function(measure, a, b, organisations) {
  own <- told.rows[told.rows$measure == measure, ]
  cells <- own[own$level == "organisation_type_cell" & own$group_by == "roll_up", ]
  sapply(organisations, function(o) {
    here <- cells$group[cells$organisation == o]
    present <- unique(roll.up[cohort$organisation == o & !is.na(values.of(measure))])
    o %in% own$organisation[own$level == "organisation"] && (all(c(a, b) %in% here) || all(present %in% here))
  })
}
steps.of <- function(measure, a, b) {
  keep <- which(roll.up %in% c(a, b) & !is.na(values.of(measure)))
  people <- table(cohort$organisation[keep], factor(roll.up[keep], c(a, b)))
  people <- people[people[, 1] > 0 & people[, 2] > 0, , drop = FALSE]
  told <- tells.spread(measure, a, b, rownames(people))
  share <- sum(people[!told, ]) / sum(people)
  if (all(told)) c(Inf, Inf) else if (sum(!told) >= 20 || share <= 0.002) c(1000, 1000)
  else if (sum(!told) >= 8 || share <= 0.02) c(100, 100)
  else if (sum(!told) >= 4 || share <= 0.1) c(20, 10) else c(NA, NA)
}
outwards <- function(range, steps)
  if (is.infinite(steps)) range else c(floor(range[1] * steps + 1e-9), ceiling(range[2] * steps - 1e-9)) / steps
primary <- usable[usable$primary == "1" & usable$method == "van_elteren" & usable$status == "ok", ]
for (i in seq_len(nrow(primary))) {
  row <- primary[i, ]; a <- row$group_a; b <- row$group_b; measure <- row$measure
  x <- round(values.of(measure), 9)
  keep <- which(roll.up %in% c(a, b) & !is.na(x))
  middle <- sapply(c(a, b), function(g) median(values.of(measure)[roll.up == g], na.rm = TRUE))
  agree(paste("medians", measure, a, b), row[c("median_a", "median_b")], middle)
  known <- icc.of(x[keep], cohort$organisation[keep])
  if (!is.na(row$organisations)) agree(paste("organisations", measure, a, b), row$organisations, known[3])
  steps <- steps.of(measure, a, b)
  effect <- stratified.a12(x[keep], roll.up[keep], cohort$organisation[keep], a, b)
  if (is.na(steps[1])) stopifnot(is.na(row$effect), nchar(sub("^0[.]0*", "", row$p)) == 1 || row$p == "1")
  else agree(paste("effect inside organisations", measure, a, b), row$effect,
             if (is.infinite(steps[1])) effect else round(effect * steps[1]) / steps[1])
  told <- keep[cohort$organisation[keep] %in% told.organisations(measure, a, b)]
  if (is.na(row$icc1)) {
    stopifnot(2 * length(told) < length(keep) || length(unique(cohort$organisation[told])) < 2)
  } else {
    agree(paste("ICC(1), design effect", measure, a, b), row[c("icc1", "design_effect")],
          icc.of(x[told], cohort$organisation[told])[1:2])
  }
  both <- tapply(roll.up[keep], cohort$organisation[keep], function(g) length(unique(g)) == 2)
  each <- sapply(names(both)[both], function(o) {
    rest <- keep[cohort$organisation[keep] != o]
    stratified.a12(x[rest], roll.up[rest], cohort$organisation[rest], a, b)
  })
  if (!is.na(row$leave_one_out_low))
    agree(paste("leave one organisation out", measure, a, b), row[c("leave_one_out_low", "leave_one_out_high")],
          outwards(range(each), steps[2]))
  if (!is.na(row$dk_effect_low)) {
    ends <- sapply(list(c(a, b), c(b, a)), function(order) {
      y <- round(rescored(measure, roll.up == order[1], roll.up == order[2]), 9)
      rows <- which(roll.up %in% c(a, b) & !is.na(y))
      stratified.a12(y[rows], roll.up[rows], cohort$organisation[rows], a, b)
    })
    agree(paste("don't-know bounds", measure, a, b), row[c("dk_effect_low", "dk_effect_high")],
          outwards(range(ends), steps[2]))
  }
  people.of <- roll.up %in% c(a, b)
  count <- sum(unknown[people.of, items.of(measure)])
  if (!is.na(row$dk_answers)) agree(paste("dk answers", measure, a, b), row$dk_answers, count)
  if (!is.na(row$n_without_score)) agree(paste("without score", measure, a, b), row$n_without_score, sum(people.of) - length(keep))
}
beside <- usable[usable$primary == "0" & usable$status == "ok" & !is.na(usable$n_a), ]
for (i in which(beside$method %in% c("welch", "games_howell", "welch_anova"))) {
  row <- beside[i, ]; x <- values.of(row$measure)
  shown.groups <- setdiff(unique(roll.up), hidden)
  if (row$method == "welch_anova") {
    keep <- roll.up %in% shown.groups & !is.na(x)
    test <- oneway.test(x[keep] ~ roll.up[keep])
    f <- unname(test$statistic); df <- unname(test$parameter)
    agree(paste("Welch's F", row$measure), row[c("statistic", "df", "p")], c(f, df[1], test$p.value))
    agree(paste("omega squared", row$measure), row$effect, max(0, (f - 1) * df[1] / (f * df[1] + df[2] + 1)))
  } else {
    one <- x[roll.up == row$group_a & !is.na(x)]; two <- x[roll.up == row$group_b & !is.na(x)]
    test <- t.test(one, two)
    agree(paste(row$method, row$measure, row$group_a, row$group_b), row[c("statistic", "df")], c(test$statistic, test$parameter))
    if (row$method == "welch" && row$p_method == "asymptotic") agree("p of Welch", row$p, test$p.value)
    if (row$method == "games_howell") {
      k <- length(shown.groups)
      q <- ptukey(abs(test$statistic) * sqrt(2), k, test$parameter, lower.tail = FALSE)
      agree(paste("Games-Howell", row$measure), row$p, q, 2e-7)
    }
  }
}

# 6. The atlas of perception gaps.
gaps <- read("cohort", "perception-gaps.csv")
share <- function(measure) 100 * rowMeans(unknown[, items.of(measure), drop = FALSE])
for (i in which(gaps$by == "roll_up" & !is.na(gaps$difference))) {
  row <- gaps[i, ]; x <- if (row$kind == "knowledge") share(row$measure) else values.of(row$measure)
  sides <- lapply(c(row$group_a, row$group_b), function(g) which(roll.up == g & !is.na(x)))
  if (row$kind == "consensus") for (s in sides) x[s] <- abs(x[s] - median(x[s]))
  means <- sapply(sides, function(s) mean(x[s]))
  agree(paste("gap", row$kind, row$measure), row[c("value_a", "value_b", "difference")], c(means, means[1] - means[2]))
  u <- rep(0, nrow(cohort))
  for (s in 1:2) u[sides[[s]]] <- c(1, -1)[s] * (x[sides[[s]]] - means[s]) / length(sides[[s]])
  sums <- tapply(u[unlist(sides)], cohort$organisation[unlist(sides)], sum); G <- length(sums)
  half <- qt(.975, G - 1) * sqrt(G / (G - 1) * sum(sums^2))
  if (!is.na(row$difference_low)) {
    limits <- pmin(100, pmax(-100, means[1] - means[2] + c(-1, 1) * half))
    both <- which(roll.up %in% c(row$group_a, row$group_b) & !is.na(values.of(row$measure)))
    people.in <- tapply(both, cohort$organisation[both], length)
    agree(paste("gap interval", row$kind, row$measure), row[c("difference_low", "difference_high")],
          limits.told(limits, max(abs(limits - (means[1] - means[2]))), people.in,
                      tells.spread(row$measure, row$group_a, row$group_b, names(people.in))))
  }
}
for (by in unique(gaps$by)) {
  rows <- gaps[gaps$by == by & !is.na(gaps$p), ]
  agree("Holm over the atlas", rows$p_adjusted, p.adjust(as.numeric(rows$p), "holm"))
}

# 7. Reliability: alpha from the covariances of people who answered every item, Feldt's and Bonett's intervals, items.
alpha.of <- function(x) { C <- cov(x); k <- ncol(x); k / (k - 1) * (1 - sum(diag(C)) / sum(C)) }
reliability <- read("trust", "reliability.csv")
reliability.items <- read("trust", "reliability-items.csv")
pieces <- function(measure) {
  if (measure == "overall") person
  else if (measure %in% dimensions) ready[, items$code[items$dimension == measure]]
  else { facet <- names(facet.names)[facet.names == measure]; ready[, items$code[sapply(bank.facets, function(x) facet %in% x)]] }
}
for (i in seq_len(nrow(reliability))) {
  row <- reliability[i, ]
  x <- pieces(row$measure); full <- x[complete.cases(x), ]; n <- nrow(full); k <- ncol(full); a <- alpha.of(full)
  agree(paste("alpha", row$measure), row$alpha, a)
  # How many answered everything is withheld, and the intervals with it, where one to four people did not: of all, or of those with a score.
  scored <- sum(!is.na(values.of(row$measure)))
  told <- !((nrow(x) - n) %in% 1:4 || (scored - n) %in% 1:4)
  # Unless they are the people with a score, whom scores.csv counts.
  of.all <- scores[scores$level == "cohort" & scores$weighting == "respondents_equal" & scores$measure == row$measure, ]
  elsewhere <- scored == n && !is.na(of.all$n)
  agree(paste("people behind alpha", row$measure), row[c("items", "n", "n_incomplete")],
        c(k, if (told || elsewhere) n else NA, if (told) nrow(x) - n else NA))
  told <- told || elsewhere
  agree(paste("Feldt", row$measure), row[c("alpha_feldt_low", "alpha_feldt_high")],
        if (told) 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1)) else c(NA, NA))
  agree(paste("Bonett", row$measure), row[c("alpha_bonett_low", "alpha_bonett_high")],
        if (told) 1 - exp(log(1 - a) + c(1, -1) * qnorm(.975) * sqrt(2 * k / ((k - 1) * (n - 2)))) else c(NA, NA))
  r <- cor(full); average <- (sum(r) - k) / (k * (k - 1))
  agree(paste("standardized alpha", row$measure), row[c("alpha_standardized", "mean_correlation")],
        c(k * average / (1 + (k - 1) * average), average))
  one <- factanal(full, 1, rotation = "none", control = list(nstart = 3)); sds <- apply(full, 2, sd)
  common <- sum(sds * one$loadings)^2
  agree(paste("omega", row$measure), row$omega, common / (common + sum(sds^2 * one$uniquenesses)), 1e-4)
  own <- values.of(row$measure); own <- own[!is.na(own)]
  for (end in c("floor", "ceiling")) {
    there <- sum(own == if (end == "floor") 0 else 100)
    stopifnot(is.na(row[[end]]) == (there %in% 1:4))
    if (!is.na(row[[end]])) agree(paste(end, row$measure), row[[end]], there / length(own))
  }
  parts <- reliability.items[reliability.items$measure == row$measure, ]
  stopifnot(nrow(parts) == k)
  rest <- rowSums(full) - full
  agree(paste("item-rest", row$measure), parts$item_rest, sapply(1:k, function(j) cor(full[, j], rest[, j])))
  agree(paste("alpha without", row$measure), parts$alpha_without, sapply(1:k, function(j) alpha.of(full[, -j])))
  if (row$measure %in% dimensions) {
    others <- setdiff(dimensions, row$measure)
    with.others <- sapply(parts$part, function(code) sapply(others, function(d) cor(ready[, code], person[, d], use = "complete.obs")))
    agree(paste("closest other", row$measure), parts$closest_other_r, apply(with.others, 2, max))
    stopifnot(parts$closest_other == others[apply(with.others, 2, which.max)],
              (as.numeric(parts$item_rest) >= as.numeric(parts$closest_other_r)) == (parts$own_is_closest == "1"))
  }
}
structure <- read("trust", "structure.csv")
for (i in which(structure$status == "ok" & structure$correlations == "spearman")) {
  x <- pieces(structure$scope[i]); full <- x[complete.cases(x), ]; n <- nrow(full); p <- ncol(full)
  r <- cor(full, method = "spearman"); values <- eigen(r)$values; inverse <- solve(r)
  partial <- inverse / sqrt(outer(diag(inverse), diag(inverse))); off <- row(r) != col(r)
  agree(paste("KMO", structure$scope[i]), structure$kmo[i], sum(r[off]^2) / (sum(r[off]^2) + sum(partial[off]^2)))
  # It tells how many answered all, which is withheld where one to four did not.
  agree(paste("Bartlett", structure$scope[i]), structure$bartlett[i],
        if ((nrow(x) - n) %in% 1:4) NA else -log(det(r)) * (n - 1 - (2 * p + 5) / 6))
  agree(paste("eigenvalue", structure$scope[i]), structure[i, c("first_eigenvalue", "first_share")], c(values[1], values[1] / p))
  set.seed(1)
  drawn <- replicate(200, eigen(cor(apply(full, 2, sample), method = "spearman"), only.values = TRUE)$values)
  limits <- apply(drawn, 1, quantile, .95)
  agree(paste("threshold", structure$scope[i]), structure$first_threshold[i], limits[1], 0.06)
  stopifnot(as.numeric(structure$factors[i]) == sum(cumprod(values > limits)))
}

# 8. Agreement of the organisations that are shown: of their people's scores, and of the answers to each item.
agreement <- read("trust", "agreement.csv")
nearest <- function(x, unit) sign(x) * floor(abs(x) / unit + .5 + 1e-9) * unit
shown <- scores[scores$level == "organisation" & scores$weighting == "respondents_equal" & scores$status == "ok", ]
raw.codes <- sapply(items$code, function(code) suppressWarnings(as.numeric(cohort[[code]])))
items.in <- function(measure) if (measure == "overall") integer(0) else which(items$code %in% colnames(pieces(measure)))
whole <- agreement[agreement$level == "cohort", ]
for (i in seq_len(nrow(whole))) {
  row <- whole[i, ]; x <- values.of(row$measure)
  keep <- which(cohort$organisation %in% shown$organisation[shown$measure == row$measure] & !is.na(x))
  y <- x[keep]; o <- cohort$organisation[keep]
  sizes <- tapply(y, o, length); G <- length(sizes); N <- sum(sizes); k0 <- (N - sum(sizes^2) / N) / (G - 1)
  table <- anova(lm(y ~ factor(o))); f <- table[1, "F value"]; df <- table[, "Df"]
  limits <- f / qf(c(.975, .025), df[1], df[2])
  agree(paste("ICC(1)", row$measure), row[c("icc1", "icc1_low", "icc1_high")],
        c((f - 1) / (f + k0 - 1), (limits - 1) / (limits + k0 - 1)), 1e-8)
  agree(paste("ICC(2)", row$measure), row[c("icc2", "icc2_low", "icc2_high")], 1 - 1 / c(f, limits), 1e-8)
  agree(paste("k0", row$measure), row[c("k0", "organisations", "n", "items")], c(k0, G, N, length(items.in(row$measure))))
  agree(paste("design effect", row$measure), row$design_effect,
        1 + (sum(sizes^2) / N - 1) * max(0, (f - 1) / (f + k0 - 1)), 1e-8)
  if (!is.na(row$krippendorff)) {
    # Ordered answers from the coincidences of every unit, turned towards readiness.
    steps <- ready[, items.in(row$measure)] / 25 + 1
    coincidence <- matrix(0, 5, 5)
    for (unit in unique(o)) for (j in seq_len(ncol(steps))) {
      v <- steps[cohort$organisation == unit, j]; v <- v[!is.na(v)]; m <- length(v)
      if (m < 2) next
      counts <- tabulate(v, 5)
      coincidence <- coincidence + (outer(counts, counts) - diag(counts)) / (m - 1)
    }
    total <- rowSums(coincidence); n <- sum(total)
    delta <- outer(1:5, 1:5, Vectorize(function(c, k) (sum(total[min(c, k):max(c, k)]) - (total[c] + total[k]) / 2)^2))
    # Two decimals, or one below 60 people.
    agree(paste("Krippendorff", row$measure), row$krippendorff,
          nearest(1 - (n - 1) * sum(coincidence * delta) / sum(outer(total, total) * delta), if (N < 60) .1 else .01))
  }
}
# Rows of organisations. In a pilot in full; else deviations in whole points, and figures of answers from 25 people and two items on, in tenths, or
# hundredths from 300 people on, those of the variance from one rounded variance.
check.within <- function(rows, pilot) for (i in which(rows$status == "ok")) {
  row <- rows[i, ]; here <- cohort$organisation == row$organisation
  x <- values.of(row$measure)[here]; x <- x[!is.na(x)]
  deviation <- mean(abs(x - mean(x)))
  agree(paste("deviation", row$measure), row[c("n", "deviation")], c(length(x), if (pilot) deviation else nearest(deviation, 1)))
  # Three neighbouring answers, 50 points, that hold the median: the most people that such a stretch can hold.
  starts <- c(x, x - 50); starts <- starts[starts <= median(x) + 1e-9 & starts >= median(x) - 50 - 1e-9]
  starts <- c(starts, median(x), median(x) - 50)
  held <- max(sapply(starts, function(a) sum(x >= a - 1e-9 & x <= a + 50 + 1e-9)))
  stopifnot((row$views == "split") == ((length(x) - held) / length(x) >= 1 / 3 - 1e-9))
  used <- lapply(items.in(row$measure), function(j) { v <- raw.codes[here, j]; v[!is.na(v)] })
  used <- used[lengths(used) >= (if (pilot) 2 else 5)]; J <- length(used)
  if (!pilot) stopifnot(is.na(row$ad_mean) == (length(x) < 25 || J < 2 || 2 * J < length(items.in(row$measure))))
  if (is.na(row$ad_mean)) next
  unit <- if (pilot) NA else if (length(x) < 300) .1 else .01
  told <- function(x, unit) if (is.na(unit)) x else nearest(x, unit)
  s2 <- mean(sapply(used, var))
  if (!pilot) s2 <- 2 * (1 - told(1 - s2 / 2, unit))
  rwg.j <- function(null) { q <- min(1, s2 / null); J * (1 - q) / (J * (1 - q) + q) }
  agree(paste("rwg", row$measure), row[c("rwg_uniform", "rwg_skewed", "rwg_star_uniform", "rwg_star_skewed")],
        told(c(rwg.j(2), rwg.j(1.34), 1 - s2 / 2, 1 - s2 / 1.34), unit / 10))
  agree(paste("AD", row$measure), row[c("ad_mean", "ad_median", "ad_limit")],
        c(told(c(mean(sapply(used, function(v) mean(abs(v - mean(v))))), mean(sapply(used, function(v) mean(abs(v - median(v)))))), unit), 5 / 6))
  awg <- sapply(used, function(v) {
    n <- length(v); m <- mean(v)
    if (var(v) == 0) return(1)
    if (m < (n - 1 + 5) / n || m > (5 * (n - 1) + 1) / n) return(NA)
    1 - 2 * var(v) / ((6 * m - m^2 - 5) * n / (n - 1))
  })
  agree(paste("awg", row$measure), row$awg, told(mean(awg, na.rm = TRUE), unit))
}
within <- agreement[agreement$level == "organisation", ]
stopifnot(all(within$status[within$measure == "overall"] ==
                ifelse(within$organisation[within$measure == "overall"] %in% shown$organisation, "ok", "suppressed")))
check.within(within, pilot = FALSE)
pilot <- read("trust-pilot", "agreement.csv")
stopifnot(sum(!is.na(pilot$ad_mean)) > 100)
check.within(pilot[pilot$level == "organisation", ], pilot = TRUE)
# The pages' table withholds a level exactly where views are split.
for (i in which(within$status == "ok" & within$measure != "overall")) {
  level <- profiles[profiles$organisation == within$organisation[i], within$measure[i]]
  stopifnot(is.na(level) == (within$views[i] == "split"))
}

# 9. How people answered: every mark from its definition, counts by type, and the headline without those marked twice.
quality <- read("quality", "quality.csv")
# A page asks the same item of every barrier.
asked <- as.vector(sapply(1:5, function(q) sprintf("d%02dq%d", 1:11, q)))
in.order <- raw.codes[, match(asked, items$code)]
answered <- rowSums(!is.na(in.order))
longest <- apply(in.order, 1, function(r) { z <- rle(ifelse(is.na(r), -seq_along(r), r)); max(c(0, z$lengths[z$values > 0])) })
straight <- sapply(1:5, function(q) apply(in.order[, 11 * (q - 1) + 1:11], 1, function(r) !anyNA(r) && length(unique(r)) == 1))
if (is.null(dim(straight))) straight <- matrix(straight, ncol = 5)
uneven <- apply(ready, 1, function(r) {
  h <- sapply(dimensions, function(d) { v <- r[items$dimension == d]; c(mean(v[c(1, 3, 5)], na.rm = TRUE), mean(v[c(2, 4)], na.rm = TRUE)) })
  h <- h[, !is.nan(colSums(h)), drop = FALSE]
  if (ncol(h) < 5 || sd(h[1, ]) == 0 || sd(h[2, ]) == 0) return(NA)
  c <- cor(h[1, ], h[2, ]); max(-1, 2 * c / (1 + c)) < -1e-12
})
sums <- colSums(raw.codes, na.rm = TRUE); counts <- colSums(!is.na(raw.codes))
against <- sapply(seq_len(nrow(raw.codes)), function(i) {
  own <- raw.codes[i, ]; cor(own, (sums - own) / (counts - 1), use = "complete.obs") < 0
})
full <- complete.cases(person)
far <- rep(NA, nrow(person))
far[full] <- pchisq(mahalanobis(person[full, ], colMeans(person[full, ]), cov(person[full, ])), 11, lower.tail = FALSE) < .001
dk <- rowMeans(unknown) > .5
factors <- grep("^b[0-9]{2}$", colnames(cohort), value = TRUE)
given <- sapply(factors, function(f) suppressWarnings(as.numeric(cohort[[f]])))
pattern <- apply(given, 1, function(x) if (all(is.na(x))) NA else {
  x[is.na(x)] <- 0; sum(x > 0) == 1 || max(x) - min(x) <= 1
})
enough <- answered >= 8
state <- list(long_run = ifelse(enough, 2 * longest >= 55 | (rowSums(straight) >= 2 & 2 * rowSums(straight) >= 5), NA),
              little_spread = ifelse(enough, apply(in.order, 1, sd, na.rm = TRUE) < .25, NA),
              uneven_halves = uneven, against_others = ifelse(enough, against, NA), far_out = far,
              dont_know = dk, points_pattern = pattern)
yes <- function(x) !is.na(x) & x
kinds <- (yes(state$long_run) | yes(state$little_spread)) + yes(state$uneven_halves) + yes(state$against_others) +
  yes(state$far_out) + yes(state$dont_know) + yes(state$points_pattern)
state$marks_none <- kinds == 0; state$marks_one <- kinds == 1; state$marks_two_or_more <- kinds >= 2
stopifnot(setequal(quality$mark, names(state)))
for (i in seq_len(nrow(quality))) {
  row <- quality[i, ]
  here <- if (is.na(row$respondent_type)) rep(TRUE, nrow(cohort)) else cohort$respondent_type == row$respondent_type
  x <- state[[row$mark]][here]
  if (!is.na(row$n)) agree(paste("looked at", row$mark), row$n, sum(!is.na(x)))
  if (!is.na(row$marked)) agree(paste("marked", row$mark), row$marked, sum(x, na.rm = TRUE))
  stopifnot(!(sum(x, na.rm = TRUE) %in% 1:4) || is.na(row$marked))
}
headline <- read("quality", "quality-headline.csv")
for (i in seq_len(nrow(headline))) {
  row <- headline[i, ]
  agree(paste("headline", row$measure), row$value, group.mean(rep(TRUE, nrow(cohort)), row$measure))
  left <- sum(!is.na(values.of(row$measure)[kinds >= 2]))
  stopifnot(is.na(row$value_without) == (left %in% 1:4))
  if (!is.na(row$value_without)) {
    without <- group.mean(kinds < 2, row$measure)
    agree(paste("headline without", row$measure), row[c("value_without", "difference", "n_without")],
          c(without, without - as.numeric(row$value), sum(!is.na(values.of(row$measure)[kinds < 2]))))
  }
}

# Means of one item, how often people do a Co now: in full where it is told of how many people; else rounded, so that every number of people
# from which one to five (or all but five) left it out has a whole number of steps of 25 points behind the printed figure.
ladder <- c(outer(c(1, 2, 5), 10^(-2:1)))
one.item <- scores[grepl("^now_", scores$measure) & scores$weighting == "respondents_equal" & scores$status == "ok" &
                     (is.na(scores$group_by) | scores$group_by == "respondent_type"), ]
rounded <- 0
for (i in seq_len(nrow(one.item))) {
  row <- one.item[i, ]
  members <- (is.na(row$organisation) | cohort$organisation == row$organisation) &
    (is.na(row$group) | cohort$respondent_type == row$group)
  ratings <- suppressWarnings(as.numeric(cohort[[gsub("_", "", row$measure)]]))[members]
  mean.now <- 25 * mean(ratings, na.rm = TRUE)
  if (!is.na(row$n)) {
    agree(paste("how often now", i), row[c("value", "n")], c(mean.now, sum(!is.na(ratings))))
    next
  }
  value <- as.numeric(row$value)
  step <- max(ladder[abs(value / ladder - round(value / ladder)) < 1e-7])
  people <- sum(members)
  left <- sum(!is.na(ratings))
  possible <- max(1, min(left, max(5, people - 5))):max(left, people - 1)
  sums <- sapply(possible, function(n) min(abs(25 * (0:(4 * n)) / n - value)))
  if (abs(value - mean.now) > step / 2 + 1e-9 || any(sums > step / 2 + 1e-9)) {
    cat("DIFFERS: how often now, rounded, row", i, "file", value, "R", mean.now, "\n")
    quit(status = 1)
  }
  compared <- compared + 1
  rounded <- rounded + 1
}
stopifnot(rounded > 0)

cat("R agrees with the files on", compared, "figures.\n")
