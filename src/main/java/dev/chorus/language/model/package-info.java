/// Models as mathematics: softmax regression, n-grams, temperature.
package dev.chorus.language.model;
