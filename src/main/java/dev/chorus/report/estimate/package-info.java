/// Statistics of the report: shares with intervals, recalibration, change points.
package dev.chorus.report.estimate;
