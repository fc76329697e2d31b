/** Pictures of a protocol, drawn without any tool at run time. May import: the IR. */
package io.fourwave.spec.diagram;
