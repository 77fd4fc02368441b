# A second road to the numbers of `readiness model` on the demo's answers, in base R from the formulas, not from our code:
#   Rscript check_models.R FOLDER READINESS     (the folder that Scripts/demo wrote, and the program)
# Runs the program on the cohort, with weights and regions by a rule where a drawn sample is wanted. Prints what it compared and stops
# with status 1 at the first figure that differs.

args <- commandArgs(trailingOnly = TRUE)
folder <- args[1]; program <- args[2]
surveys <- file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)[1])), "../../../Surveys")
compared <- 0
agree <- function(what, ours, theirs, tolerance = 1e-8) {
  ours <- as.numeric(ours); theirs <- as.numeric(theirs)
  stopifnot(length(ours) == length(theirs), length(ours) > 0)
  bad <- which(is.na(ours) | is.na(theirs) | abs(ours - theirs) > tolerance * pmax(1, abs(theirs)))
  if (length(bad) > 0) {
    cat("DIFFERS:", what, "at", bad[1], "file", ours[bad[1]], "R", theirs[bad[1]], "\n")
    quit(status = 1)
  }
  compared <<- compared + length(ours)
}
text <- readLines(file.path(folder, "cohort.csv"), encoding = "UTF-8")
drawn <- file.path(folder, "drawn.csv")
people <- seq_along(text[-1])
writeLines(c(paste0(text[1], ",weight,region"),
             paste0(text[-1], ",", c("0.5", "1", "1.5", "2.5")[people %% 4 + 1], ",", c("north", "south")[people %% 2 + 1])), drawn)
# A region belongs to an organisation as a whole.
d <- read.csv(drawn, check.names = FALSE, stringsAsFactors = FALSE, na.strings = "", colClasses = "character", encoding = "UTF-8")
d$region <- c("north", "south")[as.integer(sub("[^0-9]*", "", d$organisation)) %% 2 + 1]
write.csv(d, drawn, row.names = FALSE, na = "", quote = FALSE)
d$weight <- as.numeric(d$weight)
model <- function(outcome, terms, ..., isOpen = TRUE) {
  out <- tempfile()
  # With every level and in full digits, which only mode pilot has; what the others print of it is checked at the end.
  open <- if (isOpen) c("--disclosure", "pilot", "--consent", "simulated") else NULL
  code <- system2(program, c("model", drawn, "--survey", "barriers-standard", "--outcome", outcome, "--terms", terms,
                             "--group", "region", "--quiet", open, ...), stdout = out)
  stopifnot(code == 0)
  read.csv(out, stringsAsFactors = FALSE, na.strings = "")
}

# Scores from the answers, as in check_demo.R.
items <- read.csv(file.path(surveys, "barriers-standard/items.csv"), stringsAsFactors = FALSE, encoding = "UTF-8")
items <- items[grepl("^d[0-9]{2}q[1-5]$", items$code), ]
ready <- sapply(items$code, function(code) {
  x <- suppressWarnings(as.numeric(d[[code]]))
  if (items$keying[items$code == code] == "enabler") 25 * (x - 1) else 25 * (5 - x)
})
dimension <- function(id) {
  part <- ready[, items$dimension == id, drop = FALSE]
  ifelse(rowSums(!is.na(part)) >= max(2, ceiling(ncol(part) / 2)), rowMeans(part, na.rm = TRUE), NA)
}
overall <- { p <- sapply(sprintf("d%02d", 1:11), dimension); ifelse(rowMeans(!is.na(p)) >= 2 / 3, rowMeans(p, na.rm = TRUE), NA) }
terms <- c("respondent_type", "organisation_type")
columns <- function(file, used) {
  coefficients <- file[file$kind == "coefficient", ]
  coefficients <- coefficients[!duplicated(paste(coefficients$term, coefficients$level)), ]
  sapply(seq_len(nrow(coefficients)), function(i) as.numeric(d[used, coefficients$term[i]] == coefficients$level[i]))
}
# Every level is shown in this cohort, so that the columns are those of the answers.
whole <- function(file) stopifnot(!any(grepl("^_", file$level)))

# 1. Least squares: HC3; CR0, CR1, CR2 with Satterthwaite's degrees of freedom; a random intercept.
y <- overall; used <- !is.na(y); y <- y[used]; cluster <- d$organisation[used]
plain <- model("overall", paste(terms, collapse = ","))
file <- model("overall", paste(terms, collapse = ","), "--cluster", "organisation")
whole(file)
X <- cbind(1, columns(file, used)); n <- nrow(X); k <- ncol(X)
B <- solve(crossprod(X)); H <- X %*% B %*% t(X)
beta <- as.vector(B %*% crossprod(X, y)); e <- as.vector(y - X %*% beta)
rows <- plain[plain$kind %in% c("intercept", "coefficient"), ]
hc3 <- sqrt(diag(B %*% crossprod(X * (e / (1 - diag(H)))) %*% B))
agree("least squares", rows$estimate, beta)
agree("its plain errors", rows$se_model, sqrt(sum(e^2) / (n - k) * diag(B)))
agree("HC3", rows$se_hc3, hc3)
agree("t of HC3", rows$p, 2 * pt(-abs(beta / hc3), n - k))
rows <- file[file$model == "linear_clustered" & file$kind %in% c("intercept", "coefficient"), ]
groups <- split(seq_len(n), cluster); G <- length(groups)
meat <- Reduce(`+`, lapply(groups, function(g) tcrossprod(crossprod(X[g, , drop = FALSE], e[g]))))
cr0 <- sqrt(diag(B %*% meat %*% B))
root <- function(M) { s <- eigen(M, symmetric = TRUE); s$vectors %*% (ifelse(s$values > 1e-9, 1 / sqrt(abs(s$values)), 0) * t(s$vectors)) }
A <- lapply(groups, function(g) root((diag(n) - H)[g, g, drop = FALSE]))
cr2 <- matrix(0, k, k)
for (i in seq_along(groups)) { u <- B %*% t(X[groups[[i]], , drop = FALSE]) %*% A[[i]] %*% e[groups[[i]]]; cr2 <- cr2 + tcrossprod(u) }
agree("CR0", rows$se_cr0, cr0)
agree("CR1", rows$se_cr1, cr0 * sqrt(G / (G - 1) * (n - 1) / (n - k)))
agree("CR2", rows$se_cr2, sqrt(diag(cr2)))
df <- sapply(seq_len(k), function(c) {
  P <- sapply(seq_along(groups), function(i) {
    g <- groups[[i]]
    (diag(n) - H)[, g, drop = FALSE] %*% A[[i]] %*% X[g, , drop = FALSE] %*% B[, c]
  })
  M <- crossprod(P); sum(diag(M))^2 / sum(M^2)
})
agree("Satterthwaite", rows$df, df, 1e-6)
agree("p of CR2", rows$p, 2 * pt(-abs(beta / sqrt(diag(cr2))), df), 1e-6)
agree("interval of CR2, lower", rows$low, beta - qt(.975, df) * sqrt(diag(cr2)), 1e-6)
random <- file[file$model == "random_intercept", ]
reml <- function(ratio) {
  V <- diag(n) + ratio * outer(cluster, cluster, "=="); W <- solve(V)
  Q <- solve(t(X) %*% W %*% X); b <- Q %*% t(X) %*% W %*% y; r <- y - X %*% b
  s2 <- as.numeric(t(r) %*% W %*% r) / (n - k)
  list(value = (n - k) * log(s2) + determinant(V)$modulus - determinant(Q)$modulus, b = b, se = sqrt(diag(Q) * s2), s2 = s2)
}
best <- optimize(function(x) reml(exp(x))$value, c(-8, 4), tol = 1e-10)$minimum
fit <- reml(exp(best))
rows <- random[random$kind %in% c("intercept", "coefficient"), ]
agree("random intercept", rows$estimate, fit$b, 1e-5)
agree("its errors", rows$standard_error, fit$se, 1e-5)
agree("its variances", random$estimate[random$kind == "variance"], c(exp(best) * fit$s2, fit$s2, exp(best) / (1 + exp(best))), 1e-4)

# 2. Proportional odds: Newton on the likelihood of cumulative logits, some columns free at every cut.
answers <- function(item) suppressWarnings(as.numeric(d[[item]]))
odds <- function(a, X, weight = rep(1, length(a)), free = integer(0), offset = 0, start = NULL) {
  codes <- sort(unique(a)); a <- match(a, codes); K <- length(codes); cuts <- K - 1
  shared <- setdiff(seq_len(ncol(X)), free)
  width <- cuts + length(shared) + length(free) * cuts
  form <- function(j) {
    F <- matrix(0, length(a), width); F[, j] <- 1
    if (length(shared)) F[, cuts + seq_along(shared)] <- -X[, shared]
    for (f in seq_along(free)) F[, cuts + length(shared) + (f - 1) * cuts + j] <- -X[, free[f]]
    F
  }
  forms <- lapply(seq_len(cuts), form); offset <- rep(offset, length.out = length(a))
  pieces <- function(p) {
    upper <- sapply(seq_along(a), function(i) if (a[i] > cuts) Inf else forms[[a[i]]][i, ] %*% p - offset[i])
    lower <- sapply(seq_along(a), function(i) if (a[i] == 1) -Inf else forms[[a[i] - 1]][i, ] %*% p - offset[i])
    list(upper = upper, lower = lower, chance = plogis(upper) - plogis(lower))
  }
  scores <- function(p) {
    s <- pieces(p); S <- matrix(0, length(a), width)
    for (j in seq_len(cuts)) {
      S[a == j, ] <- S[a == j, ] + forms[[j]][a == j, ] * (dlogis(s$upper) / s$chance)[a == j]
      S[a == j + 1, ] <- S[a == j + 1, ] - forms[[j]][a == j + 1, ] * (dlogis(s$lower) / s$chance)[a == j + 1]
    }
    S
  }
  value <- function(p) { c <- pieces(p)$chance; if (any(is.nan(c)) || any(c <= 0)) 1e10 else -sum(weight * log(c)) }
  slope <- function(p) -colSums(weight * scores(p))
  p <- if (is.null(start)) c(qlogis(cumsum(tabulate(a, K))[seq_len(cuts)] / length(a)), rep(0, width - cuts)) else start
  p <- optim(p, value, slope, method = "BFGS", control = list(maxit = 500))$par
  for (i in 1:6) { hessian <- optimHess(p, value, slope); p <- p - solve(hessian, slope(p)) }
  list(p = p, cuts = cuts, value = -value(p), bread = solve(optimHess(p, value, slope)), scores = scores(p))
}
for (item in c("d03q1", "d07q2")) {
  a <- answers(item); used <- !is.na(a); a <- a[used]
  file <- model(item, paste(terms, collapse = ","))
  clustered <- model(item, paste(terms, collapse = ","), "--cluster", "organisation")
  whole(file)
  X <- columns(file, used); fit <- odds(a, X)
  rows <- file[file$kind == "coefficient", ]; places <- fit$cuts + seq_len(ncol(X))
  agree(paste("proportional odds", item), rows$estimate, fit$p[places], 1e-6)
  agree("their errors", rows$se_model, sqrt(diag(fit$bread))[places], 1e-5)
  cuts <- file[file$kind == "cut" & file$status == "ok", ]
  if (nrow(cuts) > 0) agree("thresholds", cuts$estimate, fit$p[seq_len(fit$cuts)], 1e-6)
  # At the ends of the profile twice the likelihood has fallen by the quantile of chi-squared.
  for (i in c(1, ncol(X))) for (end in c("low", "high")) {
    held <- odds(a, X[, -i, drop = FALSE], offset = -X[, i] * 0 + X[, i] * rows[i, end])
    agree(paste("profile", end), 2 * (fit$value - held$value), qchisq(.95, 1), 1e-5)
  }
  for (term in terms) {
    own <- which(rows$term == term)
    shorter <- odds(a, X[, -own, drop = FALSE])
    row <- file[which(file$item == "likelihood_ratio" & file$term == term), ]
    agree("likelihood ratio", c(row$statistic, row$p), c(2 * (fit$value - shorter$value), pchisq(2 * (fit$value - shorter$value), length(own), lower.tail = FALSE)), 1e-5)
    row <- file[which(file$item == "proportional_odds" & file$term == term), ]
    if (row$status == "ok") {
      freed <- odds(a, X, free = own, start = c(fit$p[seq_len(fit$cuts)], fit$p[places][-own], rep(fit$p[places][own], each = fit$cuts)))
      agree("test of proportional odds", row$statistic, 2 * (freed$value - fit$value), 1e-4)
    }
  }
  sums <- rowsum(fit$scores, d$organisation[used]); G <- nrow(sums)
  cr1 <- sqrt(diag(fit$bread %*% crossprod(sums) %*% fit$bread) * G / (G - 1))[places]
  rows <- clustered[clustered$kind == "coefficient", ]
  agree("CR1 of proportional odds", rows$se_cr1, cr1, 1e-5)
  agree("t(G - 1)", rows$p, 2 * pt(-abs(fit$p[places] / cr1), G - 1), 1e-5)
}

# 3. A drawn sample: strata, organisations out of 40 and 50, weights.
design <- c("--sampling-weights", "weight", "--strata", "region", "--cluster", "organisation",
            "--finite-population", "north=40", "--finite-population", "south=50")
unit <- d$organisation; stratum <- tapply(d$region, unit, function(r) r[1]); sampled <- table(stratum)
rest <- 1 - sampled / c(north = 40, south = 50)[names(sampled)]
variance <- function(influence) {
  totals <- rowsum(d$weight * influence, unit); stratum <- stratum[rownames(totals)]
  Reduce(`+`, lapply(names(sampled), function(s) {
    own <- totals[stratum == s, , drop = FALSE]; own <- sweep(own, 2, colMeans(own))
    as.numeric(rest[s]) * nrow(own) / (nrow(own) - 1) * crossprod(own)
  }))
}
freedom <- length(stratum) - length(sampled)
file <- model("overall", paste(terms, collapse = ","), design); whole(file)
used <- !is.na(overall); w <- d$weight * used; y <- ifelse(used, overall, 0)
X <- cbind(1, columns(file, rep(TRUE, nrow(d)))); B <- solve(crossprod(X * w, X)); beta <- as.vector(B %*% crossprod(X, w * y))
V <- variance(used * as.vector(y - X %*% beta) * X %*% B); se <- sqrt(diag(V))
rows <- file[file$model == "design_linear" & file$kind %in% c("intercept", "coefficient"), ]
agree("weighted least squares", rows$estimate, beta)
agree("linearised errors", rows$se_design, se)
agree("p in the population", rows$p, 2 * pt(-abs(beta / se), freedom - ncol(X) + 1))
for (term in terms) {
  own <- 1 + which(rows$term[-1] == term)
  f <- as.numeric(beta[own] %*% solve(V[own, own], beta[own])) / length(own)
  row <- file[which(file$item == "wald" & file$term == term), ]
  agree("Wald in the population", c(row$statistic, row$p), c(f, pf(f, length(own), freedom - ncol(X) + 1, lower.tail = FALSE)), 1e-7)
}
means <- file[file$kind == "mean", ]
for (i in seq_len(nrow(means))) {
  own <- used & (is.na(means$term[i]) | d[[if (is.na(means$term[i])) "region" else means$term[i]]] == means$level[i]); own[is.na(own)] <- used[is.na(own)]
  m <- sum(d$weight[own] * overall[own]) / sum(d$weight[own])
  agree("Hajek's mean", c(means$estimate[i], means$se_design[i]), c(m, sqrt(variance(as.matrix(own * (y - m) / sum(d$weight[own]))))))
}
kish <- sum(d$weight[used])^2 / sum(d$weight[used]^2)
agree("Kish", file$estimate[which(file$item == "effective_people")], kish)
file <- model("d03q1", paste(terms, collapse = ","), design); whole(file)
a <- answers("d03q1"); used <- !is.na(a)
X <- columns(file, used); fit <- odds(a[used], X, weight = d$weight[used])
influence <- matrix(0, nrow(d), length(fit$p)); influence[used, ] <- fit$scores %*% fit$bread
rows <- file[file$kind == "coefficient", ]; places <- fit$cuts + seq_len(ncol(X)); se <- sqrt(diag(variance(influence)))[places]
agree("weighted proportional odds", rows$estimate, fit$p[places], 1e-6)
agree("their linearised errors", rows$se_design, se, 1e-5)
agree("their p", rows$p, 2 * pt(-abs(fit$p[places] / se), freedom - ncol(X)), 1e-5)
# The rank test: weighted midranks as shares of the population.
for (term in terms) {
  w <- d$weight[used]; x <- a[used]; g <- d[used, term]
  r <- sapply(x, function(v) (sum(w[x < v]) + sum(w[x == v]) / 2) / sum(w))
  levels <- sort(unique(g))
  m <- sapply(levels, function(l) sum(w[g == l] * r[g == l]) / sum(w[g == l]))
  z <- matrix(0, nrow(d), length(levels))
  z[used, ] <- sapply(seq_along(levels), function(i) (g == levels[i]) * (r - m[i]) / sum(w[g == levels[i]]))
  V <- variance(z[, -1, drop = FALSE] - z[, 1]); delta <- m[-1] - m[1]; q <- length(delta)
  f <- as.numeric(delta %*% solve(V, delta)) / q
  row <- file[which(file$item == "rank_test" & file$term == term), ]
  agree("rank test", c(if (q == 1) row$statistic^2 else row$statistic, row$p), c(f, pf(f, q, freedom - q, lower.tail = FALSE)), 1e-7)
}

# 4. What is told where something is hidden: levels that join, and figures in few digits of those in full.
d$overall <- overall
known <- !is.na(overall)
cells <- table(d$organisation[known], d$respondent_type[known])
hidden <- sum(apply(cells > 0 & cells < 5, 1, any)); share <- sum(cells[apply(cells > 0 & cells < 5, 1, any), ]) / sum(cells)
digits <- if (hidden == 0) 17 else if (hidden >= 20 || share <= .002) 3 else if (hidden >= 8 || share <= .02) 2 else 1
stopifnot(hidden >= 4)
unit <- function(x) { p <- 10^floor(log10(x)); steps <- c(1, 2, 5, 10) * p; steps[which(steps >= x * (1 - 1e-12))[1]] }
upwards <- function(x, digits) { e <- floor(log10(x)) - digits + 1; ceiling(x / 10^e - 1e-9) * 10^e }
for (kind in c("clusters", "sample")) {
  how <- if (kind == "clusters") c("--cluster", "organisation") else design
  own <- if (kind == "clusters") digits else min(digits, 2)
  open <- model("overall", "respondent_type", how); closed <- model("overall", "respondent_type", how, isOpen = FALSE)
  stopifnot(nrow(open) == nrow(closed), all(open$kind == closed$kind), identical(open$level, closed$level))
  stopifnot(all(is.na(closed$df_denominator)), all(is.na(closed$df) | closed$item == "wald" | closed$item == "rank_test"))
  stopifnot(all(is.na(closed[, c("se_model", "se_hc3", "se_cr0", "se_cr1", "se_cr2", "se_design")])))
  for (i in which(open$kind %in% c("intercept", "coefficient", "mean"))) {
    isUntold <- open$kind[i] == "mean" && !is.na(open$level[i])
    error <- if (isUntold) {
      x <- overall[known]; sqrt(mean((x - mean(x))^2) / sum(d$respondent_type[known] == open$level[i]))
    } else open$standard_error[i]
    step <- unit(error / 10^(own - 1) / 2)
    agree(paste("estimate in steps,", kind), closed$estimate[i], round(open$estimate[i] / step) * step)
    if (isUntold) { stopifnot(is.na(closed$standard_error[i]), is.na(closed$low[i])); next }
    agree("error in digits", closed$standard_error[i], signif(open$standard_error[i], own))
    wide <- max(step, unit((open$high[i] - open$low[i]) / 10^own / 2))
    agree("limits outwards", c(closed$low[i], closed$high[i]),
          c(floor((open$low[i] + 1e-9) / wide), ceiling((open$high[i] - 1e-9) / wide)) * wide)
    if (!is.na(open$p[i])) agree("p upwards", closed$p[i], upwards(open$p[i], own))
  }
}
# Two terms: of every two levels that are told at once nobody or five people, whatever joined.
closed <- model("overall", paste(terms, collapse = ","), isOpen = FALSE)
if (any(closed$status == "ok")) {
  level <- function(term) {
    shown <- unique(na.omit(c(closed$level[which(closed$term == term)], closed$reference[which(closed$term == term)])))
    ifelse(d[known, term] %in% shown, d[known, term], "_pooled")
  }
  both <- table(level(terms[1]), level(terms[2]))
  stopifnot(all(both == 0 | both >= 5))
  X <- cbind(1, sapply(which(closed$kind == "coefficient"), function(i) as.numeric(level(closed$term[i]) == closed$level[i])))
  agree("least squares of levels that joined", closed$estimate[closed$kind %in% c("intercept", "coefficient")],
        solve(crossprod(X), crossprod(X, overall[known])))
}
cat("R agrees with models.csv on", compared, "figures.\n")
