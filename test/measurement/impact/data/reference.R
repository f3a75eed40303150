# What published.test.ts compares with where no publication gives enough digits. R 4.2.2, package MatchIt for the data.
data(lalonde, package = "MatchIt")
fit <- glm(treat ~ age + educ + race + married + nodegree + re74 + re75, data = lalonde, family = binomial)
print(coef(fit), digits = 10)
print(deviance(fit), digits = 10)
exposed <- c(38, 23, 41, 18, 37, 36, 23, 62, 31, 34, 24, 14, 21, 17, 16, 20, 15, 10, 45, 39, 22, 35, 49, 48, 44, 35, 43, 39, 34, 13, 73, 25, 27)
control <- c(16, 18, 18, 24, 19, 11, 10, 15, 16, 18, 18, 13, 19, 10, 16, 16, 24, 13, 9, 14, 21, 19, 7, 18, 19, 12, 11, 22, 25, 16, 13, 11, 13)
difference <- exposed - control
print(wilcox.test(difference[difference != 0], alternative = "greater", exact = FALSE, correct = FALSE)$p.value, digits = 10)
