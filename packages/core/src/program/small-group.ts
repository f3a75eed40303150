/** The fewest people of whom a figure is shown; what is known of fewer could be told of one of them (P7). */
export const smallestGroup = 5
