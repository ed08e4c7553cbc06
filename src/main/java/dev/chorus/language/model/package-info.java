/// Models as mathematics: softmax regression, conditional logit, n-grams, temperature.
package dev.chorus.language.model;
