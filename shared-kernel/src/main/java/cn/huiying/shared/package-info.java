/** The published language. */
package cn.huiying.shared;
