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
for (measure in c("overall", colnames(people))) {
  row <- scores[scores$level == "cohort" & scores$weighting == "respondents_equal" & scores$measure == measure, ]
  agree(paste("cohort", measure), row$value, group.mean(rep(TRUE, nrow(cohort)), measure))
  # Organisations are the independent units: each one's summed, linearised parts.
  parts <- function(x) ifelse(is.na(x), 0, (x - mean(x, na.rm = TRUE)) / sum(!is.na(x)))
  part <- if (measure == "overall") rowMeans(apply(person, 2, parts)) else parts(people[, measure])
  u <- tapply(part, cohort$organisation, sum); units <- length(u)
  half <- qt(.975, units - 1) * sqrt(units / (units - 1) * sum(u^2))
  agree(paste("cohort low", measure), row$low, as.numeric(row$value) - half)
  agree(paste("cohort high", measure), row$high, as.numeric(row$value) + half)
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
pooled <- usable[usable$method == "kruskal_wallis" & usable$status == "ok", ]
hidden <- names(which(table(roll.up) < 5))
for (i in seq_len(nrow(pooled))) {
  keep <- !(roll.up %in% hidden)
  test <- kruskal.test(round(values.of(pooled$measure[i])[keep], 9), factor(roll.up[keep]))
  agree(paste("Kruskal-Wallis", pooled$measure[i]), pooled$statistic[i], test$statistic)
}
pairs <- usable[usable$method == "mann_whitney" & usable$status == "ok", ]
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
    if (abs(p - ours) > 5 * sqrt(max(ours, 1 / 4000) * (1 - ours) / 4000) + 0.002) {
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
primary <- usable[usable$primary == "1" & usable$method == "van_elteren" & usable$status == "ok", ]
for (i in seq_len(nrow(primary))) {
  row <- primary[i, ]; a <- row$group_a; b <- row$group_b; measure <- row$measure
  x <- round(values.of(measure), 9)
  keep <- which(roll.up %in% c(a, b) & !is.na(x))
  middle <- sapply(c(a, b), function(g) median(values.of(measure)[roll.up == g], na.rm = TRUE))
  agree(paste("medians", measure, a, b), row[c("median_a", "median_b")], middle)
  known <- icc.of(x[keep], cohort$organisation[keep])
  agree(paste("ICC(1), design effect, organisations", measure, a, b), row[c("icc1", "design_effect", "organisations")], known)
  both <- tapply(roll.up[keep], cohort$organisation[keep], function(g) length(unique(g)) == 2)
  each <- sapply(names(both)[both], function(o) {
    rest <- keep[cohort$organisation[keep] != o]
    stratified.a12(x[rest], roll.up[rest], cohort$organisation[rest], a, b)
  })
  if (!is.na(row$leave_one_out_low))
    agree(paste("leave one organisation out", measure, a, b), row[c("leave_one_out_low", "leave_one_out_high")], range(each))
  if (!is.na(row$dk_effect_low)) {
    ends <- sapply(list(c(a, b), c(b, a)), function(order) {
      y <- round(rescored(measure, roll.up == order[1], roll.up == order[2]), 9)
      rows <- which(roll.up %in% c(a, b) & !is.na(y))
      stratified.a12(y[rows], roll.up[rows], cohort$organisation[rows], a, b)
    })
    agree(paste("don't-know bounds", measure, a, b), row[c("dk_effect_low", "dk_effect_high")], range(ends))
  }
  people.of <- roll.up %in% c(a, b)
  count <- sum(unknown[people.of, items.of(measure)])
  if (!is.na(row$dk_answers)) agree(paste("dk answers", measure, a, b), row$dk_answers, count)
  if (!is.na(row$n_without_score)) agree(paste("without score", measure, a, b), row$n_without_score, sum(people.of) - length(keep))
}
beside <- usable[usable$primary == "0" & usable$status == "ok", ]
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
  if (!is.na(row$difference_low))
    agree(paste("gap interval", row$kind, row$measure), row[c("difference_low", "difference_high")],
          pmin(100, pmax(-100, means[1] - means[2] + c(-1, 1) * half)))
}
for (by in unique(gaps$by)) {
  rows <- gaps[gaps$by == by & !is.na(gaps$p), ]
  agree("Holm over the atlas", rows$p_adjusted, p.adjust(as.numeric(rows$p), "holm"))
}
cat("R agrees with the files on", compared, "figures.\n")
